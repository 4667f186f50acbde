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
#     specifications: {type: array, items: {type: string}, default: [asyncapi, openapi, raml, graphql, protobuf], order: subset, description: "Languages in which a service or a stream says itself what it hands out"}
package bylaw.descriptor.schema_present

import data.parameters.descriptor.schema_present as params

judged := input.contract if not elsewhere

elsewhere if input.contract.standard in params.except

# A port of DPDS that is no table.
elsewhere if lower(input.raw.promises.api.specification) in params.specifications

deny contains finding if {
	judged
	count(object.get(judged, "schema", [])) == 0
	not is_open("/contract/schema")
	finding := {"msg": "the contract has no schema", "at": ["contract", "schema"]}
}

deny contains finding if {
	some i, table in judged.schema
	count(object.get(table, "columns", [])) == 0
	not is_open(sprintf("/contract/schema/%d/columns", [i]))
	finding := {"msg": sprintf("%v has no columns", [object.get(table, "name", "the table")]), "at": ["contract", "schema", i]}
}

# What a reference leads to that cannot be followed.
is_open(pointer) if {
	some value in input.unknown
	startswith(value.pointer, pointer)
}
