# METADATA
# title: One
# custom:
#   kind: infra
#   subject: warehouse
#   parameters:
#     limit: {default: 7}
package acme.extra

deny contains "x" if input.warehouse.name == data.parameters.extra.limit
