# METADATA
# title: Warehouses are not larger than the limit
# description: Each size doubles the cost of an hour.
# related_resources:
#   - https://docs.databricks.com/compute/sql-warehouse/warehouse-behavior.html
# custom:
#   aliases: [W01]
#   kind: infra
#   subject: warehouse
#   severity: warning
#   characteristic: cost
#   remediation: Choose a smaller cluster_size, or ask for a waiver.
#   parameters:
#     max: {type: string, enum: [2X-Small, X-Small, Small, Medium, Large, X-Large, 2X-Large, 3X-Large, 4X-Large, 5X-Large], default: X-Large, order: max, description: The largest size}
package bylaw.warehouse.size_within_limit

import data.parameters.warehouse.size_within_limit as params

sizes := [
	"2X-Small", "X-Small", "Small", "Medium", "Large",
	"X-Large", "2X-Large", "3X-Large", "4X-Large", "5X-Large",
]

# a size that nobody has heard of is not among them, so it is refused
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
		"msg": sprintf("the size %s is above the limit %s", [size, params.max]),
		"at": ["warehouse", "cluster_size"],
		"wanted": sprintf("at most %s", [params.max]),
		"fix": {"set": ["warehouse", "cluster_size"], "to": params.max},
	}
}
