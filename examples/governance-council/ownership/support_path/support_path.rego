# METADATA
# title: Products have a support path
# description: Consumers know whom to ask, and where, before something breaks.
# custom:
#   kind: code
#   subject: [product, contract]
#   severity: error
#   characteristic: addressability
#   remediation: Add a support channel with its url.
package council.ownership.support_path

reachable(document) if {
	some channel in document.support
	channel.url
}

deny contains finding if {
	product := input.product
	not reachable(product)
	finding := {"msg": "the product has no support channel with a url", "at": object.get(product, "support", product)}
}

deny contains finding if {
	contract := input.contract
	not reachable(contract)
	finding := {"msg": "the contract has no support channel with a url", "at": object.get(contract, "support", contract)}
}
