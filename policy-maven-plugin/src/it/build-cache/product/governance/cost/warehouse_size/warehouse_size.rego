# METADATA
# title: Warehouses are not larger than X-Large
# description: Size drives cost.
# custom:
#   kind: infra
#   subject: warehouse
#   severity: error
#   remediation: Ask for a smaller size.
package acme.cost.warehouse_size

import rego.v1

sizes := {"2X-Small", "X-Small", "Small", "Medium", "Large", "X-Large"}

deny contains {"msg": msg, "found": size} if {
	size := input.warehouse.cluster_size
	not size in sizes
	msg := sprintf("warehouse size %s is above X-Large", [size])
}
