# METADATA
# title: A warehouse has no more clusters than the limit
# description: Each cluster costs as much as the first; the API allows 40.
# custom:
#   aliases: [W03]
#   kind: infra
#   subject: warehouse
#   severity: warning
#   characteristic: cost
#   remediation: Lower max_num_clusters.
#   parameters:
#     max: {type: number, default: 10, order: max, description: "The most clusters that a warehouse may have"}
package bylaw.warehouse.clusters_within_limit

import data.parameters.warehouse.clusters_within_limit as params

deny contains finding if {
	clusters := input.warehouse.max_num_clusters
	clusters > params.max
	finding := {
		"msg": sprintf("the warehouse may have %v clusters, the limit is %v", [clusters, params.max]),
		"at": ["warehouse", "max_num_clusters"],
		"wanted": sprintf("at most %v", [params.max]),
		"fix": {"set": ["warehouse", "max_num_clusters"], "to": params.max},
	}
}
