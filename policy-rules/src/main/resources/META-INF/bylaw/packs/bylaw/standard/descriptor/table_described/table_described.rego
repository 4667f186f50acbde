# METADATA
# title: Every table has a description
# description: It is the first thing that a consumer reads.
# custom:
#   aliases: [D22]
#   kind: code
#   subject: contract
#   severity: warning
#   characteristic: self-describing
#   unknown: pass
#   remediation: Say what one row of the table is.
#   parameters:
#     placeholders: {type: array, items: {type: string}, default: [tbd, todo, "n/a", none, description, table, placeholder], order: superset, description: "Texts that say nothing, in lower case"}
package bylaw.descriptor.table_described

import data.bylaw.lib.descriptor
import data.parameters.descriptor.table_described as params

deny contains finding if {
	some i, table in input.contract.schema
	not described(table)
	finding := {
		"msg": sprintf("%v is not described", [object.get(table, "name", "the table")]),
		"at": ["contract", "schema", i, "description"],
	}
}

described(table) if {
	descriptor.says(table.description, params.placeholders)
	lower(table.description) != lower(object.get(table, "name", ""))
}

# One table alone is described where the contract is.
described(_) if {
	count(input.contract.schema) == 1
	input.contract.standard in {"dbt", "dpds", "witboost"}
	descriptor.says(input.contract.description.purpose, params.placeholders)
}
