# METADATA
# title: A contract has a freshness target
# description: Consumers plan by it, and incidents are measured by it.
# custom:
#   kind: code
#   subject: contract
#   severity: error
#   characteristic: trustworthiness
#   remediation: Add a property such as latency, with value and unit, to slaProperties.
#   parameters:
#     properties: {type: array, items: {type: string}, default: [freshness, latency, frequency], order: subset}
package council.contract.freshness_target

import data.parameters.contract.freshness_target as params

target if {
	some property in input.contract.sla
	property.property in params.properties
	property.value
}

deny contains finding if {
	not target
	finding := {
		"msg": "the contract has no freshness target",
		"at": object.get(input.contract, "sla", input.contract),
		"wanted": params.properties,
	}
}
