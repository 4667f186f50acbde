# METADATA
# title: Terms of use are stated, and a licence for what is shared
# description: Use without terms cannot be controlled, and data without a licence cannot be passed on.
# custom:
#   aliases: [D36]
#   kind: code
#   subject: [product, contract]
#   severity: warning
#   characteristic: valuable
#   unknown: pass
#   remediation: State the usage or the limitations, or link the terms as an authoritative definition.
#   parameters:
#     definitions: {type: array, items: {type: string}, default: [license, licence, terms, termsofuse, privacystatement], order: subset, description: "Types of authoritative definitions that hold terms, in lower case without signs"}
#     shared: {type: array, items: {type: string}, default: [delta-sharing, deltasharing, delta_sharing, marketplace], order: superset, description: "Types of servers and ports through which data leave the organisation, in lower case"}
#     licences: {type: array, items: {type: string}, default: [license, licence], order: subset, description: "Types of authoritative definitions that hold a licence, in lower case"}
#     except: {type: array, items: {type: string}, default: [dbt, odps-bitol, witboost, dpds], order: subset, description: "Standards whose products state terms elsewhere"}
package bylaw.descriptor.terms_present

import data.bylaw.lib.descriptor
import data.parameters.descriptor.terms_present as params

is := descriptor.whole

definitions contains regex.replace(lower(definition.type), `[^a-z]`, "") if some definition in is.authoritativeDefinitions

stated if is.terms.description

stated if is.terms.url

stated if is.description.usage

stated if is.description.limitations

stated if count(definitions & {type | some type in params.definitions}) > 0

deny contains finding if {
	not is.standard in params.except
	not stated
	finding := {"msg": sprintf("the %s states no terms of use", [descriptor.kind]), "at": [descriptor.kind, "terms"]}
}

outlets[[descriptor.kind, list, i, "type"]] := outlet.type if {
	some list in ["servers", "outputPorts"]
	some i, outlet in is[list]
	lower(outlet.type) in params.shared
}

deny contains finding if {
	some place, type in outlets
	count(definitions & {type | some type in params.licences}) == 0
	finding := {"msg": sprintf("the %s leaves through %s without a licence", [descriptor.kind, type]), "at": place}
}
