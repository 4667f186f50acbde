# METADATA
# title: Warehouses are not larger than the limit
# custom:
#   kind: infra
#   subject: warehouse
#   parameters:
#     max: {type: string, enum: [Small, Medium, Large, X-Large], default: X-Large, order: max}
package acme.cost.size

sizes := ["Small", "Medium", "Large", "X-Large"]

allowed contains size if {
	some limit
	sizes[limit] == data.parameters.cost.size.max
	some i, size in sizes
	i <= limit
}

deny contains sprintf("size %s", [input.warehouse.size]) if not input.warehouse.size in allowed
