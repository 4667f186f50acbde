# METADATA
# title: A product's folders have the agreed names
# description: Domain logic, use cases, infrastructure and interfaces are told apart by their folders.
# custom:
#   aliases: [seed-004-layers]
#   kind: code
#   subject: layout
#   severity: info
#   characteristic: discoverable
#   unknown: pass
#   remediation: Move the file into one of the agreed folders.
#   parameters:
#     folders: {type: array, items: {type: string}, default: [], order: subset, description: "Names of folders within a product's folder, such as domain, application, infrastructure, interfaces, tests, shared; with none, every name will do"}
package bylaw.layout.known_folders

import data.bylaw.lib.layout
import data.parameters.layout.known_folders as params

# The innermost product's folder counts.
start(file) := around[count(around) - 1] if {
	around := [folder | some folder in layout.folders(file); folder in layout.of_products]
}

folders[[start(file), split(layout.below(file, start(file)), "/")[0]]] contains i if {
	count(params.folders) > 0
	some i, file in input.layout.files
	contains(layout.below(file, start(file)), "/")
}

deny contains finding if {
	some [_, folder], files in folders
	not folder in params.folders
	i := min(files)
	finding := {
		"msg": sprintf("the folder %s has none of the agreed names", [folder]),
		"at": ["layout", "files", i],
		"wanted": params.folders,
	}
}
