# METADATA
# title: A contract says what its data mean
# description: Consumers should not guess what a field means.
# custom:
#   kind: code
#   subject: contract
#   severity: error
#   characteristic: understandability
#   remediation: Write description.purpose of the contract, and a description of every table and column.
package council.contract.documented

deny contains finding if {
	not input.contract.description.purpose
	finding := {"msg": "the contract has no description.purpose", "at": object.get(input.contract, "description", input.contract)}
}

deny contains finding if {
	some table in input.contract.schema
	not table.description
	finding := {"msg": sprintf("the table %s has no description", [table.name]), "at": table.name}
}

deny contains finding if {
	some table in input.contract.schema
	some column in table.columns
	not column.description
	finding := {"msg": sprintf("the column %s.%s has no description", [table.name, column.name]), "at": column.name}
}
