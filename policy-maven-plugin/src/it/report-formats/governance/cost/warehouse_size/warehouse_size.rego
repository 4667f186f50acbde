# METADATA
# title: Warehouses are not larger than the limit
# description: Size drives cost.
# custom:
#   kind: infra
#   subject: warehouse
#   severity: error
#   remediation: Ask for a smaller size.
#   parameters:
#     largest: {type: string, enum: [Small, Medium, Large, 2X-Large], default: 2X-Large, order: max}
package acme.cost.warehouse_size

import data.parameters.cost.warehouse_size as params

sizes := ["Small", "Medium", "Large", "2X-Large"]

deny contains {"msg": msg, "found": size} if {
	size := input.warehouse.cluster_size
	some i, j
	sizes[i] == size
	sizes[j] == params.largest
	i > j
	msg := sprintf("warehouse size %s is above %s", [size, params.largest])
}
