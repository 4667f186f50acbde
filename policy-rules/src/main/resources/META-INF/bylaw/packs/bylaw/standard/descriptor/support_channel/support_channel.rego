# METADATA
# title: A support channel can be reached
# description: A consumer must know where to ask, and who to wake when the data are wrong.
# custom:
#   aliases: [D13]
#   kind: code
#   subject: [product, contract]
#   severity: warning
#   characteristic: discoverable
#   unknown: pass
#   remediation: State a channel with the URL or the mail address where somebody answers.
#   parameters:
#     address: {type: string, default: "^(#\\S+|\\S*[@./]\\S*|[+0-9][0-9 ()/-]{5,})$", description: "Regular expression that a channel or its url matches when it can be reached"}
#     except: {type: array, items: {type: string}, default: [dbt], order: subset, description: "Standards without support channels"}
package bylaw.descriptor.support_channel

import data.bylaw.lib.descriptor
import data.parameters.descriptor.support_channel as params

judged := descriptor.whole if not descriptor.whole.standard in params.except

reachable if {
	some channel in judged.support
	regex.match(params.address, channel.url)
}

reachable if {
	some channel in judged.support
	regex.match(params.address, channel.channel)
}

deny contains finding if {
	judged
	count(object.get(judged, "support", [])) == 0
	finding := {"msg": "no support channel is named", "at": [descriptor.kind, "support"]}
}

deny contains finding if {
	count(judged.support) > 0
	not reachable
	finding := {"msg": "no support channel has an address", "at": [descriptor.kind, "support"]}
}
