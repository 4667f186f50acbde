# METADATA
# title: A cluster has no more workers than the limit
# description: The number of workers multiplies the cost of every hour.
# custom:
#   aliases: [C06]
#   kind: infra
#   subject: [cluster, job, pipeline]
#   severity: warning
#   characteristic: cost
#   unknown: pass
#   remediation: Lower num_workers or autoscale.max_workers.
#   parameters:
#     max: {type: number, default: 20, order: max, description: "The most workers that a cluster may have"}
package bylaw.cluster.workers_within_limit

import data.bylaw.lib.clusters
import data.parameters.cluster.workers_within_limit as params

size(cluster) := {"field": ["num_workers"], "workers": cluster.num_workers}

size(cluster) := {"field": ["autoscale", "max_workers"], "workers": cluster.autoscale.max_workers} if {
	not cluster.num_workers
}

deny contains finding if {
	some entry in clusters.all
	found := size(entry.cluster)
	found.workers > params.max
	finding := {
		"msg": sprintf("the cluster may have %v workers, the limit is %v", [found.workers, params.max]),
		"at": array.concat(entry.at, found.field),
		"wanted": sprintf("at most %v", [params.max]),
		"fix": {"set": array.concat(entry.at, found.field), "to": params.max},
	}
}
