# METADATA
# title: Columns of published tables are not dropped, renamed or retyped
# description: Consumers read the column under its name and type; they break without warning. Published is what lies in one of the schemas, and what a contract of the product names.
# custom:
#   aliases: [SQL-LIF-01]
#   kind: code
#   subject: [sql, data-product]
#   severity: warning
#   characteristic: trustworthy
#   unknown: pass
#   suppressible: true
#   remediation: Add a new column, announce the end of the old one, and drop it with the next major version.
#   parameters:
#     schemas: {type: array, items: {type: string}, default: [gold, gold_*, '*_gold'], order: superset, description: "Schemas with published tables, with * for any text"}
package bylaw.sql.contract_kept

import data.bylaw.lib.sql
import data.parameters.sql.contract_kept as params

deny contains finding if {
	some i, statement in input.sql.statements
	statement.kind in {"ALTER TABLE", "ALTER VIEW"}
	sql.within(statement.target, params.schemas)
	some j, change in statement.changes
	some problem in problems(change)
	finding := {"msg": sprintf("%s %s", [statement.target.name, problem.msg]), "at": array.concat(["sql", "statements", i, "changes", j], problem.at)}
}

# Tables that contracts name, with catalog and schema of their servers.
contracted contains lower(concat(".", [server.catalog, server.schema, name])) if {
	some contract in input.contracts
	some server in contract.servers
	some table in contract.schema
	some name in {table.name, object.get(table, "physicalName", table.name)}
}

deny contains finding if {
	some i, script in input.sql
	some j, statement in script.statements
	statement.kind in {"ALTER TABLE", "ALTER VIEW"}
	sql.key(statement.target) in contracted
	not sql.within(statement.target, params.schemas)
	some k, change in statement.changes
	some problem in problems(change)
	finding := {
		"msg": sprintf("%s, which a contract names, %s", [statement.target.name, problem.msg]),
		"at": array.concat(["sql", i, "statements", j, "changes", k], problem.at),
	}
}

problems(change) := (((({{"msg": sprintf("loses its column %s", [column]), "at": ["dropped", k]} |
	change.action == "DROP COLUMNS"
	some k, column in change.dropped
} | {{"msg": sprintf("renames its column %s to %s", [change.column, change.to]), "at": ["column"]} | change.action == "RENAME COLUMN"}) | {{"msg": sprintf("changes its column %s to %s", [change.column, change.type]), "at": ["type"]} | change.action == "ALTER COLUMN"}) | {{"msg": sprintf("takes no more nulls in its column %s", [change.column]), "at": ["column"]} | change.nullable == false}) | {{"msg": "replaces all its columns", "at": ["action"]} | change.action == "REPLACE COLUMNS"}) | {{"msg": sprintf("gets the name %s", [change.to]), "at": ["to"]} | change.action == "RENAME"}
