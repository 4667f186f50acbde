# METADATA
# title: A cluster policy is attached
# description: Without policy_id nothing limits what the cluster may become later.
# related_resources:
#   - https://docs.databricks.com/admin/clusters/policies.html
# custom:
#   aliases: [C09]
#   kind: infra
#   subject: [cluster, job, pipeline]
#   severity: warning
#   characteristic: compliance
#   unknown: pass
#   remediation: Set policy_id to the policy that your council offers for this kind of cluster.
package bylaw.cluster.policy_attached

import data.bylaw.lib.clusters

deny contains finding if {
	some entry in clusters.all
	not entry.cluster.policy_id
	not "policy_id" in entry.unknown
	finding := {
		"msg": "no cluster policy is attached",
		"at": array.concat(entry.at, ["policy_id"]),
	}
}
