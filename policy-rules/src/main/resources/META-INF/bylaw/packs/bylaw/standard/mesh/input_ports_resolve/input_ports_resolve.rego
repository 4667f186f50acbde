# METADATA
# title: Inputs are output ports of other products
# description: An input that nobody offers is a private table of somebody, or a mistake; both break without notice.
# custom:
#   aliases: [D38]
#   kind: code
#   subject: mesh
#   severity: error
#   characteristic: interoperable
#   unknown: pass
#   remediation: Name the contract of an output port, or ask the other domain for one.
#   parameters:
#     external: {type: array, items: {type: string}, default: [], order: subset, description: "Ids of sources outside of the mesh, with * for any text"}
#     min_products: {type: integer, default: 2, order: min, description: "Products that a run has at least, so that it can be told what is missing"}
package bylaw.mesh.input_ports_resolve

import data.parameters.mesh.input_ports_resolve as params

# What can be read, and the products that offer it.
offered[port.contractId] contains i if {
	some i, member in input.products
	some port in member.product.outputPorts
}

offered[contract.id] contains i if {
	some i, member in input.products
	some contract in member.contracts
}

offered[member.product.id] contains i if some i, member in input.products

external(id) if {
	some pattern in params.external
	glob.match(pattern, [], id)
}

deny contains finding if {
	count(input.products) >= params.min_products
	some i, member in input.products
	some j, port in member.product.inputPorts
	count(object.get(offered, port.contractId, set()) - {i}) == 0
	not external(port.contractId)
	finding := {
		"msg": sprintf("the input port %v reads %s, which no other product offers", [object.get(port, "name", j), port.contractId]),
		"at": ["products", i, "product", "inputPorts", j, "contractId"],
	}
}
