# METADATA
# title: The domain is named and registered
# description: Ownership, access and chargeback follow the domain.
# custom:
#   aliases: [D10]
#   kind: code
#   subject: [product, contract]
#   severity: error
#   characteristic: discoverable
#   unknown: pass
#   remediation: Name the domain as the council has registered it.
#   parameters:
#     domains: {type: array, items: {type: string}, default: [], order: subset, description: "The registered domains; with none, any name will do"}
#     except: {type: array, items: {type: string}, default: [dbt], order: subset, description: "Standards whose products name no domain"}
package bylaw.descriptor.domain_registered

import data.parameters.descriptor.domain_registered as params

excepted if input.product.standard in params.except

deny contains finding if {
	input.product
	not excepted
	not input.product.domain
	finding := {"msg": "the product belongs to no domain", "at": ["product", "domain"], "wanted": params.domains}
}

deny contains finding if {
	some kind in ["product", "contract"]
	domain := input[kind].domain
	count(params.domains) > 0
	not domain in params.domains
	finding := {"msg": sprintf("the domain %q is not registered%s", [domain, hint(domain)]), "at": [kind, "domain"], "wanted": params.domains}
}

# The registered domain that differs in case, blanks and signs alone.
hint(domain) := sprintf("; write %s", [[d | some d in params.domains; plain(d) == plain(domain)][0]])

hint(domain) := "" if {
	every d in params.domains { plain(d) != plain(domain) }
}

plain(text) := regex.replace(lower(text), `[^a-z0-9]`, "")
