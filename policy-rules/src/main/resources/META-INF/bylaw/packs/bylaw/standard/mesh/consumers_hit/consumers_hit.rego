# METADATA
# title: A breaking change names whom it hits
# description: Whoever reads what changes must know before it does; with a new major version, too.
# custom:
#   aliases: [D39]
#   kind: code
#   subject: mesh
#   severity: warning
#   characteristic: trustworthy
#   unknown: pass
#   remediation: Agree on the change with the consumers, or publish it as a contract with an id of its own beside the old one.
package bylaw.mesh.consumers_hit

import data.bylaw.lib.changes

before[contract.id] := contract if {
	some member in input.previous.products
	some contract in member.contracts
}

consumers[port.contractId] contains member.product.name if {
	some member in input.products
	some port in member.product.inputPorts
}

deny contains finding if {
	some i, member in input.products
	some j, contract in member.contracts
	readers := consumers[contract.id] - {member.product.name}
	count(readers) > 0
	some [path, change] in changes.breaking(before[contract.id], contract)
	finding := {
		"msg": sprintf("%s; that hits %s", [change, concat(", ", readers)]),
		"at": array.concat(["products", i, "contracts", j], path),
		"details": readers,
	}
}
