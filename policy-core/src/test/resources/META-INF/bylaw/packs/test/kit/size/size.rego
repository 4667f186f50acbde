# METADATA
# title: The size
# custom:
#   kind: infra
#   subject: warehouse
#   parameters:
#     max: {type: integer, default: 10, order: max}
package kit.size

import data.parameters.size as params

deny contains "size is too large" if {
	input.warehouse.size > params.max
}
