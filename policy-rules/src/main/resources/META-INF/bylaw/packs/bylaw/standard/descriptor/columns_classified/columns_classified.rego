# METADATA
# title: Every column is classified, or its table as a whole
# description: Access rules follow the classification; what has none is open to all or to nobody.
# custom:
#   aliases: [D26]
#   kind: code
#   subject: contract
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Give each column a classification, or tag the table with one.
#   parameters:
#     tags: {type: array, items: {type: string}, default: ["classification*", public, internal, confidential, restricted, secret], order: subset, description: "Tags that classify what they stand at, with * for any text, in lower case"}
package bylaw.descriptor.columns_classified

import data.parameters.descriptor.columns_classified as params

deny contains finding if {
	some i, table in input.contract.schema
	not tagged(table)
	open := [object.get(column, "name", j) | some j, column in table.columns; not classified(column)]
	count(open) > 0
	finding := {
		"msg": sprintf("%d of %d columns of %v have no classification, the first is %v", [count(open), count(table.columns), object.get(table, "name", "the table"), open[0]]),
		"at": ["contract", "schema", i, "columns"],
		"details": open,
	}
}

classified(column) if column.classification

classified(column) if is_boolean(column.pii)

classified(column) if tagged(column)

tagged(holder) if {
	some tag in holder.tags
	some pattern in params.tags
	glob.match(pattern, [], lower(tag))
}
