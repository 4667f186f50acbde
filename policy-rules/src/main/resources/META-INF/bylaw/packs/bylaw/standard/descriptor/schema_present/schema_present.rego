# METADATA
# title: The contract says which tables and columns there are
# description: An empty schema validates, and promises nothing.
# custom:
#   aliases: [D21]
#   kind: code
#   subject: contract
#   severity: error
#   characteristic: self-describing
#   unknown: pass
#   remediation: List the tables with their columns.
#   parameters:
#     except: {type: array, items: {type: string}, default: [dbt], order: subset, description: "Standards in which columns are described elsewhere"}
package bylaw.descriptor.schema_present

import data.parameters.descriptor.schema_present as params

judged := input.contract if not input.contract.standard in params.except

deny contains finding if {
	judged
	count(object.get(judged, "schema", [])) == 0
	finding := {"msg": "the contract has no schema", "at": ["contract", "schema"]}
}

deny contains finding if {
	some i, table in judged.schema
	count(object.get(table, "columns", [])) == 0
	finding := {"msg": sprintf("%v has no columns", [object.get(table, "name", "the table")]), "at": ["contract", "schema", i]}
}
