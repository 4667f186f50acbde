# METADATA
# title: Every output port has a contract
# description: What a product offers is what its contracts promise; a port without one is a table, not a product.
# custom:
#   kind: code
#   subject: data-product
#   severity: error
#   characteristic: interoperability
#   remediation: Give the port the contractId of a contract that stands in the product's folder.
package council.contract.port_has_contract

contracts contains contract.id if some contract in input.contracts

deny contains finding if {
	some port in input.product.outputPorts
	not port.contractId
	finding := {"msg": sprintf("the output port %s has no contract", [port.name]), "at": port.name}
}

deny contains finding if {
	some port in input.product.outputPorts
	not port.contractId in contracts
	finding := {
		"msg": sprintf("the output port %s names the contract %s, which is not in the product's folder", [port.name, port.contractId]),
		"at": port.contractId,
		"found": port.contractId,
		"wanted": contracts,
	}
}
