# METADATA
# title: The purpose is described in real words
# description: A text that is short or stands for another one makes search useless.
# custom:
#   aliases: [D14]
#   kind: code
#   subject: [product, contract]
#   severity: error
#   characteristic: self-describing
#   unknown: pass
#   remediation: Say in a sentence what the data are and what they are good for.
#   parameters:
#     min_words: {type: integer, default: 4, order: min, description: "Words that a description has at least"}
#     placeholders: {type: array, items: {type: string}, default: [tbd, todo, "n/a", none, description, lorem ipsum, to be defined, to be done, placeholder], order: superset, description: "Texts that say nothing, in lower case"}
package bylaw.descriptor.purpose_described

import data.bylaw.lib.descriptor
import data.parameters.descriptor.purpose_described as params

judged := descriptor.whole if descriptor.whole.standard != "dbt"

deny contains finding if {
	not judged.description.purpose
	finding := {"msg": sprintf("nothing says what the %s is for", [descriptor.kind]), "at": [descriptor.kind, "description", "purpose"]}
	judged
}

deny contains finding if {
	purpose := judged.description.purpose
	not real(purpose)
	finding := {
		"msg": sprintf("%q does not say what the %s is for", [purpose, descriptor.kind]),
		"at": [descriptor.kind, "description", "purpose"],
		"wanted": sprintf("at least %d words", [params.min_words]),
	}
}

real(text) if {
	descriptor.says(text, params.placeholders)
	count(regex.find_n(`[\pL\pN]+`, text, params.min_words)) >= params.min_words
}
