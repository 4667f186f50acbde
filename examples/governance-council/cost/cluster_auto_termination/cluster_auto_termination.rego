# METADATA
# title: Clusters stop when nobody uses them
# description: A cluster that runs over night costs as much as one that works.
# custom:
#   kind: infra
#   subject: cluster
#   severity: error
#   characteristic: cost
#   remediation: Set autotermination_minutes to the limit or less; 0 switches it off.
#   unknown: warn
#   parameters:
#     max_minutes: {type: integer, default: 60, order: max}
package council.cost.cluster_auto_termination

import data.parameters.cost.cluster_auto_termination as params

deny contains finding if {
	not input.cluster.autotermination_minutes
	finding := {
		"msg": "the cluster never stops: autotermination_minutes is not set",
		"at": input.cluster,
		"wanted": params.max_minutes,
	}
}

deny contains finding if {
	minutes := input.cluster.autotermination_minutes
	not within_limit(minutes)
	finding := {
		"msg": sprintf("the cluster stops after %d minutes, which is not between 1 and %d", [minutes, params.max_minutes]),
		"found": minutes,
		"wanted": params.max_minutes,
	}
}

within_limit(minutes) if {
	minutes > 0
	minutes <= params.max_minutes
}
