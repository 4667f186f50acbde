# METADATA
# title: Init scripts come from allowed volumes or workspace folders
# description: Init scripts run as root on every node. On DBFS everybody could change them, and in the home of a person that person can.
# related_resources:
#   - https://docs.databricks.com/init-scripts/
# custom:
#   aliases: [C13]
#   kind: infra
#   subject: [cluster, job, pipeline]
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Move the script to a volume that only its owners can write to.
#   parameters:
#     allowed: {type: array, items: {type: string}, default: ["^/Volumes/", "^(/Workspace)?/Shared/"], order: subset, description: "Regular expressions; the path of a script in a volume or a workspace must match one of them"}
package bylaw.cluster.init_script_governed

import data.bylaw.lib.clusters
import data.bylaw.lib.patterns
import data.parameters.cluster.init_script_governed as params

deny contains finding if {
	some entry in clusters.all
	some i, script in entry.cluster.init_scripts
	some source, place in script
	not is_allowed(source, place.destination)
	finding := {
		"msg": sprintf("the init script %s is not in an allowed place", [place.destination]),
		"at": array.concat(entry.at, ["init_scripts", i, source, "destination"]),
		"wanted": sprintf("a volume or workspace file that matches %s", [concat(" or ", params.allowed)]),
	}
}

is_allowed(source, path) if {
	source in {"volumes", "workspace"}
	patterns.match(params.allowed, path)
}
