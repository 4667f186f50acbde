# METADATA
# title: Every output port has a contract, and the contract is there
# description: A port that points to a contract nobody has promises nothing.
# custom:
#   aliases: [D19]
#   kind: code
#   subject: data-product
#   severity: error
#   characteristic: interoperable
#   unknown: pass
#   remediation: Name the id of a contract of the product, or add the contract.
#   parameters:
#     except: {type: array, items: {type: string}, default: [odps-lf], order: subset, description: "Standards whose ports have no contracts"}
package bylaw.descriptor.port_contract_exists

import data.parameters.descriptor.port_contract_exists as params

ports[i] := port if {
	not input.product.standard in params.except
	some i, port in input.product.outputPorts
}

ids contains contract.id if some contract in input.contracts

versions[contract.id] contains contract.version if some contract in input.contracts

deny contains finding if {
	some i, port in ports
	not port.contractId
	finding := {
		"msg": sprintf("the output port %v has no contract", [object.get(port, "name", i)]),
		"at": ["product", "outputPorts", i, "contractId"],
		"wanted": ids,
	}
}

deny contains finding if {
	some i, port in ports
	not port.contractId in ids
	finding := {
		"msg": sprintf("the output port %v points to the contract %s, which is not among those of the product", [object.get(port, "name", i), port.contractId]),
		"at": ["product", "outputPorts", i, "contractId"],
		"wanted": ids,
	}
}

deny contains finding if {
	some i, port in ports
	there := versions[port.contractId]
	every version in there { major(version) != major(port.version) }
	finding := {
		"msg": sprintf("the output port %v is of version %s, its contract of %s", [object.get(port, "name", i), port.version, concat(", ", there)]),
		"at": ["product", "outputPorts", i, "version"],
		"wanted": there,
	}
}

major(version) := split(trim_prefix(version, "v"), ".")[0]
