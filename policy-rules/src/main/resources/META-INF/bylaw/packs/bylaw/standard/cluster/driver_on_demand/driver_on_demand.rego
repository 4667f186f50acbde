# METADATA
# title: The driver is on demand where workers are spot instances
# description: When a spot driver is taken away, the whole run is lost; a lost worker is replaced.
# custom:
#   aliases: [C12]
#   kind: infra
#   subject: [cluster, job]
#   severity: warning
#   characteristic: trustworthy
#   unknown: pass
#   remediation: Set first_on_demand to 1 or more.
package bylaw.cluster.driver_on_demand

import data.bylaw.lib.clusters

deny contains finding if {
	some entry in clusters.all
	some cloud in ["aws_attributes", "azure_attributes", "gcp_attributes"]
	attributes := entry.cluster[cloud]
	regex.match("^(SPOT|PREEMPTIBLE)", attributes.availability)
	object.get(attributes, "first_on_demand", 0) < 1
	not cloud in entry.unknown
	finding := {
		"msg": sprintf("the driver is a %s instance, too", [attributes.availability]),
		"at": array.concat(entry.at, [cloud, "first_on_demand"]),
		"wanted": "first_on_demand of at least 1",
	}
}
