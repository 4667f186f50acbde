# METADATA
# title: A product's folder has what every product has
# description: Who knows one product finds the way in all others.
# custom:
#   aliases: [seed-004-structure]
#   kind: code
#   subject: layout
#   severity: warning
#   characteristic: discoverable
#   unknown: pass
#   remediation: Add the file or folder that the message names.
#   parameters:
#     files: {type: array, items: {type: string}, default: ["README*", "{test,tests,src/test}/**"], order: superset, description: "Patterns below the product's folder, of each of which there is a file"}
package bylaw.layout.required_files

import data.bylaw.lib.layout
import data.parameters.layout.required_files as params

has contains [start, pattern] if {
	some file in input.layout.files
	some start in layout.folders(file)
	start in layout.of_products
	some pattern in params.files
	glob.match(pattern, ["/"], layout.below(file, start))
}

deny contains finding if {
	some i, product in input.layout.products
	some pattern in params.files
	not [layout.folder(product.path), pattern] in has
	finding := {
		"msg": sprintf("%s has no file %s beside it", [product.path, pattern]),
		"at": ["layout", "products", i, "path"],
		"wanted": pattern,
	}
}
