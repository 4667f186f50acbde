# METADATA
# title: Tags come from the controlled list
# description: Tags that everybody makes up fragment the catalogue.
# custom:
#   aliases: [D16]
#   kind: code
#   subject: [product, contract]
#   severity: info
#   characteristic: discoverable
#   unknown: pass
#   remediation: Take a tag of the list, or ask the council for a new one.
#   parameters:
#     tags: {type: array, items: {type: string}, default: [], order: subset, description: "Tags that may be used, with * for any text; with none, every tag may"}
package bylaw.descriptor.tags_controlled

import data.bylaw.lib.columns
import data.bylaw.lib.descriptor
import data.parameters.descriptor.tags_controlled as params

used contains [[descriptor.kind, "tags", i], tag] if some i, tag in descriptor.described.tags

used contains [["contract", "schema", i, "tags", j], tag] if {
	some i, table in input.contract.schema
	some j, tag in table.tags
}

used contains [array.concat(path, ["tags", i]), tag] if {
	some [path, column] in columns.all
	some i, tag in column.tags
}

controlled(tag) if {
	some pattern in params.tags
	glob.match(pattern, [], tag)
}

deny contains finding if {
	count(params.tags) > 0
	some [path, tag] in used
	not controlled(tag)
	finding := {"msg": sprintf("the tag %q is not in the controlled list", [tag]), "at": path, "wanted": params.tags}
}
