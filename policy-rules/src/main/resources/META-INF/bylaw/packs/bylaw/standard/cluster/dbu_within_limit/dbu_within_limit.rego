# METADATA
# title: The estimated DBU per hour are within the limit
# description: The price of an hour follows from node types, workers and Photon. The table of node types is yours, as prices differ by cloud and contract; a type that is not in it cannot be estimated, which is said.
# custom:
#   aliases: [C11]
#   kind: infra
#   subject: [cluster, job]
#   severity: warning
#   characteristic: cost
#   unknown: pass
#   remediation: Choose fewer workers or smaller nodes.
#   parameters:
#     max: {type: number, default: 50, order: max, description: "The most DBU per hour of one cluster, its driver included"}
#     dbus: {type: object, default: {}, description: "The DBU per hour of a node type, by its name; without any nothing is estimated"}
#     photon: {type: number, default: 2, order: fixed, description: "What Photon multiplies the DBU with"}
package bylaw.cluster.dbu_within_limit

import data.bylaw.lib.clusters
import data.parameters.cluster.dbu_within_limit as params

deny contains finding if {
	some entry in clusters.all
	total := dbus(entry.cluster)
	total > params.max
	finding := {
		"msg": sprintf("the cluster may use %v DBU per hour, the limit is %v", [total, params.max]),
		"at": array.concat(entry.at, ["node_type_id"]),
		"found": total,
		"wanted": sprintf("at most %v", [params.max]),
	}
}

deny contains finding if {
	count(params.dbus) > 0
	some entry in clusters.all
	some field in ["node_type_id", "driver_node_type_id"]
	type := entry.cluster[field]
	not params.dbus[type]
	finding := {
		"msg": sprintf("the DBU per hour cannot be estimated: %s is not in the table dbus", [type]),
		"at": array.concat(entry.at, [field]),
	}
}

dbus(cluster) := total if {
	node := params.dbus[cluster.node_type_id]
	driver := params.dbus[object.get(cluster, "driver_node_type_id", cluster.node_type_id)]
	total := ((workers(cluster) * node) + driver) * factor(cluster)
}

workers(cluster) := cluster.num_workers

workers(cluster) := cluster.autoscale.max_workers if not cluster.num_workers

factor(cluster) := params.photon if is_photon(cluster)

factor(cluster) := 1 if not is_photon(cluster)

is_photon(cluster) if cluster.runtime_engine == "PHOTON"

is_photon(cluster) if cluster.runtime.photon
