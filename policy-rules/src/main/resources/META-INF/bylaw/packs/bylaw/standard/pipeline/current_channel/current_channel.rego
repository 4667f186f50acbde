# METADATA
# title: A production pipeline is on the current channel
# description: The preview channel gets changes before they are stable.
# custom:
#   aliases: [L01]
#   kind: infra
#   subject: pipeline
#   severity: error
#   characteristic: trustworthy
#   unknown: pass
#   remediation: "Set channel: CURRENT."
#   parameters:
#     environments: {type: array, items: {type: string}, default: [prod, production, prd], order: superset, description: "Environments that count as production, in lower case; \"*\" is any"}
package bylaw.pipeline.current_channel

import data.bylaw.lib.environment
import data.parameters.pipeline.current_channel as params

deny contains finding if {
	environment.among(params.environments)
	upper(input.pipeline.channel) != "CURRENT"
	finding := {
		"msg": sprintf("a production pipeline is on the channel %s", [input.pipeline.channel]),
		"at": ["pipeline", "channel"],
		"wanted": "CURRENT",
		"fix": {"set": ["pipeline", "channel"], "to": "CURRENT"},
	}
}
