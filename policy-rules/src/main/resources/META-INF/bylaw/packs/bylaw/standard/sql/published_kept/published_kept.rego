# METADATA
# title: Published tables are not replaced
# description: Readers in the middle of a query lose their table, and its grants, tags and masks are made anew.
# custom:
#   aliases: [SQL-DEL-04]
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: trustworthy
#   unknown: pass
#   suppressible: true
#   remediation: Write CREATE TABLE IF NOT EXISTS and MERGE, or INSERT INTO ... REPLACE WHERE.
#   parameters:
#     schemas: {type: array, items: {type: string}, default: [gold, gold_*, '*_gold'], order: superset, description: "Schemas with published tables, with * for any text"}
package bylaw.sql.published_kept

import data.bylaw.lib.sql
import data.parameters.sql.published_kept as params

deny contains finding if {
	some i, statement in input.sql.statements
	statement.kind == "CREATE TABLE"
	statement.replace
	sql.within(statement.target, params.schemas)
	finding := {"msg": sprintf("the published table %s is replaced", [statement.target.name]), "at": ["sql", "statements", i, "target", "name"]}
}

deny contains finding if {
	some i, statement in input.sql.statements
	statement.kind == "INSERT OVERWRITE"
	not statement.partition
	sql.within(statement.target, params.schemas)
	finding := {"msg": sprintf("all rows of the published table %s are overwritten", [statement.target.name]), "at": ["sql", "statements", i, "target", "name"]}
}
