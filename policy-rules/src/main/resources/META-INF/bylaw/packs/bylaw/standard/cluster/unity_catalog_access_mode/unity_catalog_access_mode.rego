# METADATA
# title: The access mode of a cluster works with Unity Catalog
# description: Without an access mode, or with NONE, a cluster goes around the permissions of the catalogue. Where a cluster policy is attached, it may set the mode, so a missing one is no finding then.
# related_resources:
#   - https://docs.databricks.com/compute/access-mode-limitations.html
# custom:
#   aliases: [C01]
#   kind: infra
#   subject: [cluster, job]
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Set data_security_mode to USER_ISOLATION (standard), or to SINGLE_USER (dedicated) with single_user_name.
package bylaw.cluster.unity_catalog_access_mode

import data.bylaw.lib.clusters

deny contains finding if {
	some entry in clusters.all
	entry.cluster.data_security_mode == "NONE"
	finding := {
		"msg": "the access mode NONE goes around the permissions of Unity Catalog",
		"at": array.concat(entry.at, ["data_security_mode"]),
		"wanted": "USER_ISOLATION or SINGLE_USER",
	}
}

deny contains finding if {
	some entry in clusters.all
	not entry.cluster.data_security_mode
	not entry.cluster.policy_id
	count(entry.unknown & {"data_security_mode", "policy_id"}) == 0
	finding := {
		"msg": "no access mode is set, so the cluster goes around the permissions of Unity Catalog",
		"at": array.concat(entry.at, ["data_security_mode"]),
		"wanted": "USER_ISOLATION or SINGLE_USER",
	}
}
