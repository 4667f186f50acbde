# METADATA
# title: What a script makes gets an owner
# description: Without OWNER TO whoever runs the script owns it.
# custom:
#   aliases: [SQL-OWN-02]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: trustworthy
#   unknown: pass
#   suppressible: true
#   remediation: Add ALTER ... OWNER TO with a group behind the statement.
#   parameters:
#     owner: {type: string, default: "", description: "Group that a fix names; with none there is no fix"}
#     types: {type: array, items: {type: string}, default: [CATALOG, SCHEMA, VOLUME, TABLE, VIEW], order: superset, description: "Types of securables that need an owner"}
package bylaw.sql.owner_set

import data.bylaw.lib.sql
import data.parameters.sql.owner_set as params

deny contains finding if {
	some i, statement in input.sql.statements
	startswith(statement.kind, "CREATE ")
	not sql.temporary(statement)
	statement.target.type in params.types
	not owned(statement.target)
	finding := {
		"msg": sprintf("the %s %s gets no owner", [lower(statement.target.type), statement.target.name]),
		"at": ["sql", "statements", i, "target", "name"],
		"fix": [sql.behind(i, sprintf("ALTER %s %s OWNER TO `%s`", [statement.target.type, sql.written(statement.target), params.owner])) | params.owner != ""],
	}
}

owned(target) if {
	some statement in input.sql.statements
	statement.owner
	statement.target.type == target.type
	sql.key(statement.target) == sql.key(target)
}
