# METADATA
# title: Local disks are encrypted where the domain is sensitive
# description: Shuffles and spills write data to local disks.
# custom:
#   aliases: [C16]
#   kind: infra
#   subject: [cluster, job]
#   severity: warning
#   characteristic: secure
#   unknown: pass
#   remediation: Set enable_local_disk_encryption to true.
#   parameters:
#     domains: {type: array, items: {type: string}, default: [], order: superset, description: "Domains with sensitive data; \"*\" is every one"}
package bylaw.cluster.local_disk_encrypted

import data.bylaw.lib.clusters
import data.parameters.cluster.local_disk_encrypted as params

is_sensitive if "*" in params.domains

is_sensitive if input.subject.domain in params.domains

deny contains finding if {
	is_sensitive
	some entry in clusters.all
	not entry.cluster.enable_local_disk_encryption
	not "enable_local_disk_encryption" in entry.unknown
	finding := {
		"msg": "the local disks are not encrypted",
		"at": array.concat(entry.at, ["enable_local_disk_encryption"]),
		"wanted": true,
	}
}
