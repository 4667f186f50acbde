# METADATA
# title: Warehouses are not larger than the limit
# description: The size drives the cost of every query; larger warehouses need the council's waiver.
# custom:
#   kind: infra
#   subject: warehouse
#   severity: error
#   characteristic: cost
#   remediation: Choose a smaller cluster_size, or ask the council for a waiver.
#   unknown: warn
#   parameters:
#     max: {type: string, enum: [2X-Small, X-Small, Small, Medium, Large, X-Large, 2X-Large, 3X-Large, 4X-Large, 5X-Large], default: X-Large, order: max}
package council.cost.warehouse_size

import data.parameters.cost.warehouse_size as params

sizes := ["2X-Small", "X-Small", "Small", "Medium", "Large", "X-Large", "2X-Large", "3X-Large", "4X-Large", "5X-Large"]

# a size that is not in the list is not among these, so it is refused
allowed contains size if {
	some limit
	sizes[limit] == params.max
	some i, size in sizes
	i <= limit
}

deny contains finding if {
	size := input.warehouse.cluster_size
	not size in allowed
	finding := {
		"msg": sprintf("warehouse size %s is above %s", [size, params.max]),
		"found": size,
		"wanted": sprintf("%s or smaller", [params.max]),
	}
}
