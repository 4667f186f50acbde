# METADATA
# title: Published tables declare their key
# description: Without a key nobody can join the table, or tell whether a row came twice.
# custom:
#   aliases: [SQL-DQ-02]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: trustworthy
#   unknown: pass
#   suppressible: true
#   remediation: Add PRIMARY KEY (...), and NOT NULL to its columns.
#   parameters:
#     schemas: {type: array, items: {type: string}, default: [gold, gold_*, '*_gold'], order: superset, description: "Schemas with published tables, with * for any text"}
package bylaw.sql.key_declared

import data.bylaw.lib.sql
import data.parameters.sql.key_declared as params

published contains [i, statement, statement.target] if {
	some i, statement in input.sql.statements
	statement.kind == "CREATE TABLE"
	sql.within(statement.target, params.schemas)
	count(statement.columns) > 0
}

keys(statement, target) := [constraint |
	some other in input.sql.statements
	some constraint in constraints(other, statement, target)
	constraint.type == "PRIMARY KEY"
]

constraints(other, statement, _) := other.constraints if other.index == statement.index

constraints(other, statement, target) := [change.constraint | some change in other.changes] if {
	other.index != statement.index
	sql.key(other.target) == sql.key(target)
}

deny contains finding if {
	some [i, statement, target] in published
	count(keys(statement, target)) == 0
	finding := {"msg": sprintf("%s has no primary key", [target.name]), "at": ["sql", "statements", i, "target", "name"]}
}

deny contains finding if {
	some [i, statement, target] in published
	some key in keys(statement, target)
	some name in key.columns
	some j, column in statement.columns
	lower(column.name) == lower(name)
	column.nullable
	finding := {"msg": sprintf("the key column %s of %s may be null", [column.name, target.name]), "at": ["sql", "statements", i, "columns", j, "name"]}
}
