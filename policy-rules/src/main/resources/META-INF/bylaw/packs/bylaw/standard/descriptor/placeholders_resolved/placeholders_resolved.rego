# METADATA
# title: No placeholder is left in the descriptor
# description: A template that was not filled in describes nothing.
# custom:
#   aliases: [D40]
#   kind: code
#   subject: [product, contract]
#   severity: error
#   characteristic: secure
#   remediation: Fill in the value, or leave the field out.
#   unknown: pass
#   parameters:
#     words: {type: array, items: {type: string}, default: [tbd, todo, fixme, changeme, change_me, change me, xxx, lorem ipsum, to be defined, to be done], order: superset, description: "Texts that stand for another one, in lower case"}
#     marks: {type: array, items: {type: string}, default: ["${", "{{", "<%", "<<"], order: superset, description: "Signs by which placeholders begin"}
#     except: {type: array, items: {type: string}, default: [query, implementation, specification, rawContent, compiled_code, raw_code, compiled_sql, raw_sql, docs, depends_on, location, path, schedule], order: subset, description: "Fields in which such signs have a meaning"}
package bylaw.descriptor.placeholders_resolved

import data.bylaw.lib.descriptor
import data.parameters.descriptor.placeholders_resolved as params

# Nearly every descriptor has nothing of the kind in all of its texts.
suspicious if {
	some word in params.words
	contains(lowered, word)
}

suspicious if {
	some mark in params.marks
	contains(descriptor.all_text, mark)
}

lowered := lower(descriptor.all_text)

left(text) if lower(trim(text, " .:")) in params.words

left(text) if {
	some mark in params.marks
	contains(text, mark)
	not startswith(text, "{{secrets/")
}

deny contains finding if {
	descriptor.whole.standard != "dbt"
	suspicious
	some [path, text] in descriptor.texts
	left(text)
	not excepted(path)
	finding := {"msg": sprintf("%q was not filled in", [substring(text, 0, 60)]), "at": array.concat(["raw"], path)}
}

excepted(path) if {
	some key in path
	key in params.except
}
