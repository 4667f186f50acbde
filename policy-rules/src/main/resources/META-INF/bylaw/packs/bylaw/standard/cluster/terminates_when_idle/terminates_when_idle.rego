# METADATA
# title: An all-purpose cluster terminates when it is idle
# description: A cluster without autotermination_minutes, or with 0, runs until somebody stops it. Where a cluster policy is attached, it may set the time, so a missing one is no finding then.
# related_resources:
#   - https://docs.databricks.com/compute/clusters-manage.html
# custom:
#   aliases: [C05]
#   kind: infra
#   subject: cluster
#   severity: error
#   characteristic: cost
#   unknown: pass
#   remediation: Set autotermination_minutes to a value from 10 up to the limit.
#   parameters:
#     max: {type: number, default: 120, order: max, description: "The longest time that a cluster may be idle, in minutes"}
package bylaw.cluster.terminates_when_idle

import data.bylaw.lib.clusters
import data.parameters.cluster.terminates_when_idle as params

deny contains finding if {
	minutes := input.cluster.autotermination_minutes
	minutes == 0
	finding := {
		"msg": "the cluster never terminates: 0 means never",
		"at": ["cluster", "autotermination_minutes"],
		"wanted": sprintf("at most %v", [params.max]),
		"fix": {"set": ["cluster", "autotermination_minutes"], "to": params.max},
	}
}

deny contains finding if {
	minutes := input.cluster.autotermination_minutes
	minutes > params.max
	finding := {
		"msg": sprintf("the cluster terminates only after %v idle minutes, the limit is %v", [minutes, params.max]),
		"at": ["cluster", "autotermination_minutes"],
		"wanted": sprintf("at most %v", [params.max]),
		"fix": {"set": ["cluster", "autotermination_minutes"], "to": params.max},
	}
}

deny contains finding if {
	some entry in clusters.all
	not entry.cluster.autotermination_minutes
	not entry.cluster.policy_id
	count(entry.unknown & {"autotermination_minutes", "policy_id"}) == 0
	finding := {
		"msg": "the cluster never terminates, because autotermination_minutes is not set",
		"at": ["cluster", "autotermination_minutes"],
		"wanted": sprintf("at most %v", [params.max]),
		"fix": {"set": ["cluster", "autotermination_minutes"], "to": params.max},
	}
}
