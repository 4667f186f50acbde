# METADATA
# title: Warehouses are not larger than the limit
# description: Size drives cost; larger ones need the council's waiver.
# custom:
#   kind: infra
#   subject: warehouse
#   remediation: Ask for a smaller size, or for a waiver.
#   parameters:
#     max: {type: string, enum: [2X-Small, X-Small, Small, Medium, Large, X-Large], default: X-Large, order: max}
package acme.cost.warehouse_size

import data.parameters.cost.warehouse_size as params

sizes := ["2X-Small", "X-Small", "Small", "Medium", "Large", "X-Large", "2X-Large", "3X-Large", "4X-Large", "5X-Large"]

allowed contains size if {
	some limit
	sizes[limit] == params.max
	some i, size in sizes
	i <= limit
}

deny contains finding if {
	size := input.warehouse.cluster_size
	not size in allowed
	finding := {"msg": sprintf("warehouse size %s is above %s", [size, params.max]), "wanted": params.max}
}

deny contains {"msg": "the warehouse has no size", "wanted": params.max} if not input.warehouse.cluster_size
