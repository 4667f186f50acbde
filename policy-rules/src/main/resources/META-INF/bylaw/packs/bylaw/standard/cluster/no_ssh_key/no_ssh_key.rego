# METADATA
# title: No SSH keys are put on the nodes
# description: Who has the key works on the nodes without being seen by Unity Catalog.
# custom:
#   aliases: [C17]
#   kind: infra
#   subject: [cluster, job, pipeline]
#   severity: warning
#   characteristic: secure
#   unknown: pass
#   remediation: Remove ssh_public_keys; use the web terminal.
package bylaw.cluster.no_ssh_key

import data.bylaw.lib.clusters

deny contains finding if {
	some entry in clusters.all
	count(entry.cluster.ssh_public_keys) > 0
	finding := {
		"msg": sprintf("%d SSH keys are put on the nodes", [count(entry.cluster.ssh_public_keys)]),
		"at": array.concat(entry.at, ["ssh_public_keys"]),
	}
}
