# METADATA
# custom:
#   kind: infra
#   subject: warehouse
#   parameters:
#     max: {type: string}
package acme.cost.size

deny contains "too big" if input.warehouse.cluster_size != data.parameters.cost.size.max
