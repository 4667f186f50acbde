# METADATA
# title: The owner
# custom:
#   kind: infra
#   subject: warehouse
#   parameters:
#     max: {type: integer, default: 10, order: max}
package kit.owner

import data.parameters.owner as params

deny contains "owner is too large" if {
	input.warehouse.owner > params.max
}
