# METADATA
# title: Warehouses are not larger than the limit
# custom:
#   kind: infra
#   subject: warehouse
#   parameters:
#     max: {type: string, enum: [Small, Medium, Large], default: Large, order: max}
#     idle: {type: integer, default: 60, order: max}
#     tags: {type: array, items: {type: string}, default: [], order: superset}
package acme.cost.size

import data.parameters.cost.size as params

deny contains "idle for too long" if input.warehouse.auto_stop_mins > params.idle
