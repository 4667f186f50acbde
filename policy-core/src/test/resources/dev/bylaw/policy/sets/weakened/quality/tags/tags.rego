# METADATA
# title: Tags are those that are known
# custom:
#   kind: infra
#   subject: warehouse
#   parameters:
#     allowed: {type: array, items: {type: string}, default: [a, b, c], order: subset}
#     wanted: {type: array, items: {type: string}, default: [], order: superset}
#     least: {type: integer, default: 1, order: min}
#     contact: {type: string, default: council, order: fixed}
#     note: {type: string, default: none}
package acme.quality.tags

import data.parameters.quality.tags as params

deny contains sprintf("the tag %s is not known", [tag]) if {
	some tag in input.warehouse.tags
	not tag in params.allowed
}
