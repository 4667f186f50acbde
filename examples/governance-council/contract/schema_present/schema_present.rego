# METADATA
# title: A contract has a schema
# description: Without tables, columns and their types a consumer has nothing to rely on.
# custom:
#   kind: code
#   subject: contract
#   severity: error
#   characteristic: interoperability
#   remediation: List every table with its columns, and give each column a logicalType or a physicalType.
package council.contract.schema_present

deny contains finding if {
	count(object.get(input.contract, "schema", [])) == 0
	finding := {"msg": "the contract has no schema", "at": input.contract}
}

deny contains finding if {
	some table in input.contract.schema
	count(object.get(table, "columns", [])) == 0
	finding := {"msg": sprintf("the table %s has no columns", [table.name]), "at": table.name}
}

deny contains finding if {
	some table in input.contract.schema
	some column in table.columns
	not column.logicalType
	not column.physicalType
	finding := {"msg": sprintf("the column %s.%s has no type", [table.name, column.name]), "at": column.name}
}
