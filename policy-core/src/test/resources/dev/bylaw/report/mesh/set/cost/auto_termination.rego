# METADATA
# title: Clusters end by themselves
# description: An idle cluster costs as much as a busy one.
# custom:
#   kind: infra
#   subject: cluster
#   severity: error
#   owner: platform
#   characteristic: cost
#   remediation: Set autotermination_minutes to the limit or less.
#   parameters:
#     max_minutes: {type: integer, default: 60, order: max, description: The longest idle time.}
package mesh.cost.auto_termination

import data.parameters.cost.auto_termination as params

deny contains finding if {
	minutes := input.cluster.autotermination_minutes
	minutes > params.max_minutes
	finding := {
		"msg": sprintf("the cluster idles for %d minutes", [minutes]),
		"wanted": sprintf("at most %d", [params.max_minutes]),
	}
}
