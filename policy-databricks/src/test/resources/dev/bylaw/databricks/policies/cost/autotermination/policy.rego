# METADATA
# title: Idle clusters stop within the limit
# description: A cluster that nobody uses costs as much as one that works.
# custom:
#   kind: infra
#   subject: cluster
#   remediation: Set autotermination_minutes to a value from 10 to the limit.
#   parameters:
#     max: {type: integer, default: 60, order: max}
package acme.cost.autotermination

import data.parameters.cost.autotermination as params

deny contains finding if {
	minutes := input.cluster.autotermination_minutes
	minutes > params.max
	finding := {"msg": sprintf("the cluster stops after %d minutes", [minutes]), "wanted": params.max}
}

deny contains {"msg": "the cluster never stops", "wanted": params.max} if input.cluster.autotermination_minutes == 0

deny contains {"msg": "the cluster has no time after which it stops", "wanted": params.max} if {
	not input.cluster.autotermination_minutes
}
