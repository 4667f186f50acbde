# METADATA
# title: What is deprecated says until when it can be used
# description: Consumers need time to move, and must know where to.
# custom:
#   aliases: [D09]
#   kind: code
#   subject: [product, contract]
#   severity: warning
#   characteristic: trustworthy
#   unknown: pass
#   remediation: State an end of support or of life, a notice period, or a deprecation policy.
#   parameters:
#     words: {type: array, items: {type: string}, default: [deprecated, sunset], order: superset, description: "What the status of something deprecated is, in lower case"}
package bylaw.descriptor.deprecation_announced

import data.bylaw.lib.descriptor
import data.parameters.descriptor.deprecation_announced as params

announced if descriptor.described.endOfSupport

announced if descriptor.described.endOfLife

announced if descriptor.described.deprecationPolicy

announced if descriptor.described.terms.noticePeriod

deny contains finding if {
	status := descriptor.described.status
	lower(status) in params.words
	not announced
	finding := {
		"msg": sprintf("the %s is %s, and nothing says until when it can be used", [descriptor.kind, status]),
		"at": [descriptor.kind, "status"],
	}
}
