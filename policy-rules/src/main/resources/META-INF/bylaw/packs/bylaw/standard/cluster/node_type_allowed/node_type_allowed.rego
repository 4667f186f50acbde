# METADATA
# title: The node types are allowed ones
# description: Nodes with a very large memory, and those with GPUs, cost many times the usual and need approval.
# custom:
#   aliases: [C07]
#   kind: infra
#   subject: [cluster, job, pipeline]
#   severity: warning
#   characteristic: cost
#   unknown: pass
#   remediation: Choose a usual node type, or ask for a waiver.
#   parameters:
#     allowed: {type: array, items: {type: string}, default: [""], order: subset, description: "Regular expressions; a node type must match one of them"}
#     refused: {type: array, items: {type: string}, default: ["^(p[2-6]|g[3-6])[a-z]*[.]", "^(x[12]|u-)[a-z0-9]*[.]", "^Standard_(N[CDGV]|M)[0-9]", "^(a2|a3|a4|g2)-", "^m[1-4]-(ultra|mega|hyper)mem-"], order: superset, description: "Regular expressions; a node type must match none of them"}
package bylaw.cluster.node_type_allowed

import data.bylaw.lib.clusters
import data.bylaw.lib.patterns
import data.parameters.cluster.node_type_allowed as params

deny contains finding if {
	some entry in clusters.all
	some field in ["node_type_id", "driver_node_type_id"]
	type := entry.cluster[field]
	not is_allowed(type)
	finding := {
		"msg": sprintf("the node type %s is not among those allowed", [type]),
		"at": array.concat(entry.at, [field]),
	}
}

is_allowed(type) if {
	patterns.match(params.allowed, type)
	not patterns.match(params.refused, type)
}
