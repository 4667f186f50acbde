# METADATA
# title: A column of one name has one type and one meaning
# description: Who joins two tables takes columns of the same name for the same thing.
# custom:
#   aliases: [SQL-DOC-04]
#   kind: code
#   subject: [sql, data-product]
#   severity: warning
#   characteristic: self-describing
#   unknown: pass
#   suppressible: true
#   remediation: Give both the same type and comment, or one of them another name.
#   parameters:
#     fields: {type: array, items: {type: string}, default: [type, comment], order: superset, description: "What must agree"}
#     ignored: {type: array, items: {type: string}, default: [id, name, code, description, comment, status, type, value], order: subset, description: "Names, in lower case, that mean something in their table alone"}
package bylaw.sql.columns_agree

import data.parameters.sql.columns_agree as params

# Tables of one script are compared there; those of different scripts in the product.
pair contains [one, other] if {
	some i, first in input.sql.state.tables
	some j, second in input.sql.state.tables
	i < j
	some a, column in first.columns
	some b, same in second.columns
	one := {"table": first, "column": column, "at": ["sql", "state", "tables", i, "columns", a]}
	other := {"table": second, "column": same, "at": ["sql", "state", "tables", j, "columns", b]}
	comparable(column, same)
}

pair contains [one, other] if {
	some k, script in input.sql
	some l, another in input.sql
	k < l
	some i, first in script.state.tables
	some j, second in another.state.tables
	some a, column in first.columns
	some b, same in second.columns
	one := {"table": first, "column": column, "at": ["sql", k, "state", "tables", i, "columns", a]}
	other := {"table": second, "column": same, "at": ["sql", l, "state", "tables", j, "columns", b]}
	comparable(column, same)
}

comparable(column, same) if {
	lower(column.name) == lower(same.name)
	not lower(column.name) in params.ignored
}

deny contains finding if {
	some [one, other] in pair
	some field in params.fields
	lower(one.column[field]) != lower(other.column[field])
	finding := {
		"msg": sprintf("%s has the %s %q in %s and %q in %s", [one.column.name, field, one.column[field], one.table.name, other.column[field], other.table.name]),
		"at": array.concat(other.at, [field]),
	}
}
