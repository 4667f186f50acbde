# METADATA
# title: Enough columns have a description
# description: Consumers should not guess what a column means.
# custom:
#   aliases: [D23]
#   kind: code
#   subject: contract
#   severity: warning
#   characteristic: self-describing
#   unknown: pass
#   remediation: Describe the columns that the message names.
#   parameters:
#     min_percent: {type: number, default: 80, order: min, description: "Columns of a table that are described, in percent"}
#     placeholders: {type: array, items: {type: string}, default: [tbd, todo, "n/a", none, description, column, placeholder], order: superset, description: "Texts that say nothing, in lower case"}
package bylaw.descriptor.columns_described

import data.bylaw.lib.descriptor
import data.parameters.descriptor.columns_described as params

deny contains finding if {
	some i, table in input.contract.schema
	total := count(table.columns)
	bare := [object.get(column, "name", j) | some j, column in table.columns; not described(column)]
	count(bare) > 0
	share := ((total - count(bare)) * 100) / total
	share < params.min_percent
	finding := {
		"msg": sprintf("%d of %d columns of %v are not described: %s", [count(bare), total, object.get(table, "name", "the table"), shown(bare)]),
		"at": ["contract", "schema", i, "columns"],
		"found": share,
		"wanted": params.min_percent,
		"details": bare,
	}
}

described(column) if descriptor.says(column.description, params.placeholders)

shown(names) := concat(", ", [sprintf("%v", [name]) | some name in names]) if count(names) <= 5

shown(names) := sprintf("%s, ...", [concat(", ", [sprintf("%v", [name]) | some name in array.slice(names, 0, 5)])]) if count(names) > 5
