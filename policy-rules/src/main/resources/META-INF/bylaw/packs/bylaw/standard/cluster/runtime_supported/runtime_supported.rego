# METADATA
# title: The runtime is supported, and in production one with long-term support
# description: Old runtimes miss fixes of security and of correctness; runtimes without long-term support end after half a year.
# related_resources:
#   - https://docs.databricks.com/release-notes/runtime/
# custom:
#   aliases: [C04]
#   kind: infra
#   subject: [cluster, job]
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Set spark_version to a supported runtime, in production to one of the list lts.
#   parameters:
#     oldest: {type: string, default: "14.3", order: fixed, description: "The oldest runtime that is supported, as MAJOR.MINOR"}
#     lts: {type: array, items: {type: string}, default: ["14.3", "15.4", "16.4", "17.3"], order: subset, description: "Runtimes with long-term support; one without a minor version (19.x) counts as well"}
#     environments: {type: array, items: {type: string}, default: [prod, production, prd], order: superset, description: "Environments that count as production, in lower case; \"*\" is any"}
package bylaw.cluster.runtime_supported

import data.bylaw.lib.clusters
import data.bylaw.lib.environment
import data.parameters.cluster.runtime_supported as params

oldest := [to_number(part) | some part in split(params.oldest, ".")]

deny contains finding if {
	some entry in clusters.all
	runtime := entry.cluster.runtime
	[runtime.major, object.get(runtime, "minor", oldest[1])] < oldest
	finding := {
		"msg": sprintf("the runtime %s is no longer supported", [entry.cluster.spark_version]),
		"at": array.concat(entry.at, ["spark_version"]),
		"wanted": sprintf("%s or later", [params.oldest]),
	}
}

deny contains finding if {
	some entry in clusters.all
	environment.among(params.environments)
	runtime := entry.cluster.runtime
	version := [runtime.major, runtime.minor]
	version >= oldest
	name := sprintf("%v.%v", version)
	not name in params.lts
	finding := {
		"msg": sprintf("the runtime %s has no long-term support", [entry.cluster.spark_version]),
		"at": array.concat(entry.at, ["spark_version"]),
		"wanted": sprintf("one of %s", [concat(", ", params.lts)]),
	}
}
