# METADATA
# title: One
# custom:
#   kind: infra
#   subject: warehouse
#   parameters:
#     limit: {type: integer, default: 1, order: subset}
package acme.extra

deny contains "x" if input.warehouse.name == data.parameters.extra.limit
