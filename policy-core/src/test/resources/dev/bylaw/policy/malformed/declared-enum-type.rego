# METADATA
# title: One
# custom:
#   kind: infra
#   subject: warehouse
#   parameters:
#     limit: {type: integer, enum: [1, b], default: 1}
package acme.extra

deny contains "x" if input.warehouse.name == data.parameters.extra.limit
