# METADATA
# title: A freshness or an interval of update is promised
# description: Consumers plan around how old the data may be.
# custom:
#   aliases: [D31]
#   kind: code
#   subject: [product, contract]
#   severity: warning
#   characteristic: trustworthy
#   unknown: pass
#   remediation: Add a service level such as frequency or latency with value and unit.
#   parameters:
#     properties: {type: array, items: {type: string}, default: [freshness, frequency, updatefrequency, latency, timeliness, intervalofchange, refreshrate, batch], order: subset, description: "Service levels of which there is one, in lower case without signs"}
#     except: {type: array, items: {type: string}, default: [dpds, odps-bitol, dbt], order: subset, description: "Standards that state service levels elsewhere"}
package bylaw.descriptor.freshness_promised

import data.bylaw.lib.descriptor
import data.parameters.descriptor.freshness_promised as params

promised if {
	some level in descriptor.described.sla
	regex.replace(lower(level.property), `[^a-z]`, "") in params.properties
}

# In Witboost the ports promise it, in the other standards the file.
judged if {
	descriptor.kind == "contract"
	not descriptor.described.standard in params.except
}

judged if descriptor.described.standard == "odps-lf"

deny contains finding if {
	judged
	not promised
	finding := {
		"msg": sprintf("the %s promises no freshness", [descriptor.kind]),
		"at": [descriptor.kind, "sla"],
		"wanted": params.properties,
	}
}
