# METADATA
# title: The tags
# custom:
#   kind: infra
#   subject: warehouse
#   parameters:
#     max: {type: integer, default: 10, order: max}
package kit.tags

import data.parameters.tags as params

deny contains "tags is too large" if {
	input.warehouse.tags > params.max
}
