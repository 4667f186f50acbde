# METADATA
# title: Personal data have a retention and are marked as such
# description: Personal data are kept no longer than their purpose needs.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2016/679/oj
# custom:
#   aliases: [D29]
#   kind: code
#   subject: contract
#   severity: error
#   characteristic: compliance
#   unknown: pass
#   remediation: State a retention, in ODCS as a slaProperty, and tag the contract.
#   parameters:
#     personal: {type: array, items: {type: string}, default: [pii, personal, personal data, personally identifiable, sensitive, gdpr, special category], order: superset, description: "Classifications and tags of personal data, in lower case"}
#     flags: {type: array, items: {type: string}, default: [], order: subset, description: "Tags of which a contract with personal data has at least one, in lower case; with none, no tag is needed"}
package bylaw.descriptor.personal_data_retained

import data.bylaw.lib.columns
import data.parameters.descriptor.personal_data_retained as params

personal := [object.get(column, "name", "a column") |
	some [_, column] in columns.all
	columns.personal(column, params.personal)
]

deny contains finding if {
	count(personal) > 0
	not input.contract.retention
	finding := {
		"msg": sprintf("nothing says how long personal data are kept (%v)", [personal[0]]),
		"at": ["contract", "retention"],
		"details": personal,
	}
}

deny contains finding if {
	count(personal) > 0
	count(params.flags) > 0
	every tag in object.get(input.contract, "tags", []) { not lower(tag) in params.flags }
	finding := {
		"msg": sprintf("no tag marks the contract as one with personal data (%v)", [personal[0]]),
		"at": ["contract", "tags"],
		"wanted": params.flags,
	}
}
