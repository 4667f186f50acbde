# METADATA
# title: Warehouses are not larger than the limit
# description: Size drives cost.
# related_resources:
#   - https://wiki.example.com/governance/cost
# custom:
#   kind: infra
#   subject: warehouse
#   severity: error
#   characteristic: cost
#   remediation: Ask for a smaller size.
#   unknown: fail
#   parameters:
#     max: {type: string, enum: [Small, Medium, Large, X-Large], default: X-Large, order: max}
package acme.cost.warehouse_size

import data.parameters.cost.warehouse_size as params

deny contains msg if {
	input.warehouse.cluster_size != params.max
	msg := sprintf("warehouse size %s", [input.warehouse.cluster_size])
}
