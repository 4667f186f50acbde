# METADATA
# title: Products and contracts have an owner
# description: Somebody answers for definitions, freshness and incidents.
# custom:
#   kind: code
#   subject: [product, contract]
#   severity: error
#   characteristic: addressability
#   remediation: Name a team member with the role owner.
package council.ownership.owner_present

deny contains finding if {
	product := input.product
	not product.owner
	finding := {"msg": "the product has no owner", "at": object.get(product, "team", product)}
}

deny contains finding if {
	contract := input.contract
	not contract.owner
	finding := {"msg": "the contract has no owner", "at": object.get(contract, "team", contract)}
}
