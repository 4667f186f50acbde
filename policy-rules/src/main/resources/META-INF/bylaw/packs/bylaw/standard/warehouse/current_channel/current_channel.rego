# METADATA
# title: A production warehouse is not on the preview channel
# description: The preview channel gets changes before they are stable.
# custom:
#   aliases: [W04]
#   kind: infra
#   subject: warehouse
#   severity: warning
#   characteristic: trustworthy
#   unknown: pass
#   remediation: Set channel.name to CHANNEL_NAME_CURRENT.
#   parameters:
#     environments: {type: array, items: {type: string}, default: [prod, production, prd], order: superset, description: "Environments that count as production, in lower case; \"*\" is any"}
package bylaw.warehouse.current_channel

import data.bylaw.lib.environment
import data.parameters.warehouse.current_channel as params

deny contains finding if {
	environment.among(params.environments)
	input.warehouse.channel.name == "CHANNEL_NAME_PREVIEW"
	finding := {
		"msg": "a production warehouse is on the preview channel",
		"at": ["warehouse", "channel", "name"],
		"wanted": "CHANNEL_NAME_CURRENT",
		"fix": {"set": ["warehouse", "channel", "name"], "to": "CHANNEL_NAME_CURRENT"},
	}
}
