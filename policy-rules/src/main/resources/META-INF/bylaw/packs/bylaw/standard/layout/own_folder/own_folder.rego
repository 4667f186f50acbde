# METADATA
# title: Each product has a folder of its own
# description: What lies in a folder with two products belongs to neither, so no rule can hold it against its product.
# custom:
#   aliases: [seed-004-folders]
#   kind: code
#   subject: layout
#   severity: warning
#   characteristic: discoverable
#   unknown: pass
#   remediation: Give each product a folder with its contracts, scripts and configuration.
package bylaw.layout.own_folder

import data.bylaw.lib.layout

by_folder[layout.folder(product.path)] contains i if some i, product in input.layout.products

deny contains finding if {
	some members in by_folder
	count({input.layout.products[i].path | some i in members}) > 1
	some i in members
	i != min(members)
	finding := {
		"msg": sprintf("%s lies in one folder with %s", [input.layout.products[i].path, input.layout.products[min(members)].path]),
		"at": ["layout", "products", i, "path"],
	}
}
