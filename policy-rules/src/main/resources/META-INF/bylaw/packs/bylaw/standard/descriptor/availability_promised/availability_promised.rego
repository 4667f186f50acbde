# METADATA
# title: An availability and hours of support are promised
# description: They are needed to judge an incident.
# custom:
#   aliases: [D32]
#   kind: code
#   subject: contract
#   severity: info
#   characteristic: trustworthy
#   unknown: pass
#   remediation: Add the service levels that the message names.
#   parameters:
#     groups: {type: array, default: [[availability, uptime], [support, supporthours, responsetime, timetorepair, timetodetect, timetonotify]], description: "Groups of service levels; of each there is one, in lower case without signs"}
#     except: {type: array, items: {type: string}, default: [dpds, dbt], order: subset, description: "Standards that state service levels elsewhere"}
package bylaw.descriptor.availability_promised

import data.parameters.descriptor.availability_promised as params

promised contains regex.replace(lower(level.property), `[^a-z]`, "") if some level in input.contract.sla

deny contains finding if {
	not input.contract.standard in params.except
	some group in params.groups
	every property in group { not property in promised }
	finding := {
		"msg": sprintf("the contract promises no %s", [group[0]]),
		"at": ["contract", "sla"],
		"wanted": group,
	}
}
