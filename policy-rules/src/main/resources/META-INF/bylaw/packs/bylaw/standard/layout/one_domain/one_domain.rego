# METADATA
# title: A repository holds one domain
# description: Who may change what, and what is released together, follows the repository; two bounded contexts in one bind two teams.
# custom:
#   aliases: [seed-004-one-context]
#   kind: code
#   subject: layout
#   severity: info
#   characteristic: discoverable
#   unknown: pass
#   remediation: Move the product into a repository of its domain.
#   parameters:
#     max_domains: {type: integer, default: 1, order: max, description: "Domains whose products lie in one repository at most"}
package bylaw.layout.one_domain

import data.parameters.layout.one_domain as params

domains contains product.domain if some product in input.layout.products

deny contains finding if {
	count(domains) > params.max_domains
	some i, product in input.layout.products
	product.domain != input.layout.products[0].domain
	finding := {
		"msg": sprintf("%v is of the domain %s in a repository of %s", [object.get(product, "name", "a product"), product.domain, input.layout.products[0].domain]),
		"at": ["layout", "products", i, "domain"],
	}
}
