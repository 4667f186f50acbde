# METADATA
# title: No secret stands in clear text in Spark's configuration or in the environment
# description: Everybody who may see the cluster can read it, and so can everybody who reads the repository.
# related_resources:
#   - https://docs.databricks.com/security/secrets/
# custom:
#   aliases: [C14]
#   kind: infra
#   subject: [cluster, job, pipeline]
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: "Store the value in a secret scope and write {{secrets/SCOPE/KEY}}; then renew it, as it was seen."
#   parameters:
#     names: {type: array, items: {type: string}, default: ["password|passwd|secret|credential", "(^|[._-])(token|pat)$", "api[._-]?key", "(access|account|private|shared|sas)[._-]?key"], order: superset, description: "Regular expressions for names, in lower case, whose value is a secret"}
#     harmless: {type: array, items: {type: string}, default: ["[._-](id|type|provider|class|enabled|endpoint|url|uri|name|path|scope)$"], order: subset, description: "Regular expressions for names, in lower case, whose value is none"}
#     values: {type: array, items: {type: string}, default: ["^dapi[0-9a-f]{32}", "^(AKIA|ASIA)[0-9A-Z]{16}$", "^ghp_[0-9A-Za-z]{36}$", "-----BEGIN [A-Z ]*PRIVATE KEY"], order: superset, description: "Regular expressions for values that are secrets, whatever their name is"}
package bylaw.cluster.no_clear_text_secret

import data.bylaw.lib.clusters
import data.bylaw.lib.patterns
import data.parameters.cluster.no_clear_text_secret as params

deny contains finding if {
	some entry in clusters.all
	some field in ["spark_conf", "spark_env_vars"]
	some name, value in entry.cluster[field]
	is_secret(lower(name), value)
	not contains(value, "{{secrets/")
	finding := {
		"msg": sprintf("%s holds a secret in clear text", [name]),
		"at": array.concat(entry.at, [field, name]),
		"found": sprintf("a text of %d characters", [count(value)]),
		"wanted": "{{secrets/SCOPE/KEY}}",
	}
}

is_secret(name, value) if {
	patterns.match(params.names, name)
	not patterns.match(params.harmless, name)
	not is_switch(value)
}

is_secret(_, value) if patterns.match(params.values, value)

is_switch(value) if lower(trim_space(value)) in {"", "true", "false"}
