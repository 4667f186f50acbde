# METADATA
# title: Catalogs, schemas and volumes say what they are for
# description: They are the first that somebody sees who looks for data.
# custom:
#   aliases: [SQL-DOC-03]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: self-describing
#   unknown: pass
#   suppressible: true
#   remediation: Add COMMENT to the statement.
#   parameters:
#     types: {type: array, items: {type: string}, default: [CATALOG, SCHEMA, VOLUME], order: superset, description: "Types of securables that need a comment"}
package bylaw.sql.container_comment

import data.bylaw.lib.sql
import data.parameters.sql.container_comment as params

deny contains finding if {
	some i, statement in input.sql.statements
	startswith(statement.kind, "CREATE ")
	statement.target.type in params.types
	not commented(statement.target)
	finding := {"msg": sprintf("the %s %s has no comment", [lower(statement.target.type), statement.target.name]), "at": ["sql", "statements", i, "target", "name"]}
}

commented(target) if {
	some statement in input.sql.statements
	statement.target.type == target.type
	sql.key(statement.target) == sql.key(target)
	trim_space(statement.comment) != ""
}
