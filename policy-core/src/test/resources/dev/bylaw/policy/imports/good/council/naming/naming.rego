# METADATA
# title: Names are not long
# custom:
#   kind: infra
#   subject: warehouse
#   parameters:
#     longest: {type: integer, default: 30, order: max}
package acme.naming

import data.acme_words
import data.parameters.naming as params

deny contains "the name is too long" if {
	count(input.warehouse.name) > params.longest
}

deny contains "a word is not allowed" if {
	input.warehouse.name in acme_words.forbidden
}
