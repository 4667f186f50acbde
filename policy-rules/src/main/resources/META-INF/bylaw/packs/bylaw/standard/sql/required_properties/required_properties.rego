# METADATA
# title: Published tables have the agreed properties
# description: Retention and change feed are switched on before somebody needs them.
# custom:
#   aliases: [SQL-STO-04]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   suppressible: true
#   remediation: Add TBLPROPERTIES.
#   parameters:
#     properties: {type: object, default: {}, description: "Values by the name of the property, with * for any text"}
#     schemas: {type: array, items: {type: string}, default: [gold, gold_*, '*_gold'], order: superset, description: "Schemas with published tables, with * for any text"}
package bylaw.sql.required_properties

import data.bylaw.lib.sql
import data.parameters.sql.required_properties as params

deny contains finding if {
	some [i, table] in sql.left
	table.type in {"table", "streaming table"}
	sql.within(table, params.schemas)
	some name, value in params.properties
	not has(table, name, value)
	finding := {
		"msg": sprintf("%s has not the property %s = %s", [table.name, name, value]),
		"at": ["sql", "state", "tables", i, "name"],
		"wanted": sprintf("%s = %s", [name, value]),
	}
}

# The value * is any.
has(table, name, value) if {
	some key, text in table.properties
	lower(key) == lower(name)
	glob.match(lower(value), [], lower(text))
}
