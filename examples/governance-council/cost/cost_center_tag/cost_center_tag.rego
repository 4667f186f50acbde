# METADATA
# title: Compute carries a cost centre
# description: Cost is charged to the domain that causes it, and the tag is all that the bill shows.
# custom:
#   kind: infra
#   subject: [cluster, warehouse]
#   severity: warning
#   characteristic: cost
#   remediation: Add the tag cost_center (custom_tags of a cluster, tags of a warehouse).
#   unknown: warn
package council.cost.cost_center_tag

deny contains finding if {
	cluster := input.cluster
	not cluster.custom_tags.cost_center
	finding := {"msg": "the cluster has no tag cost_center", "at": object.get(cluster, "custom_tags", cluster)}
}

deny contains finding if {
	warehouse := input.warehouse
	not warehouse.tags.cost_center
	finding := {"msg": "the warehouse has no tag cost_center", "at": object.get(warehouse, "tags", warehouse)}
}
