# METADATA
# title: A cluster policy limits what a house wants limited
# description: A policy that leaves access mode, termination, tags or cost open lets them be anything.
# related_resources:
#   - https://docs.databricks.com/admin/clusters/policy-definition.html
# custom:
#   aliases: [P04]
#   kind: infra
#   subject: cluster_policy
#   severity: warning
#   characteristic: cost
#   unknown: pass
#   remediation: Add a rule for each attribute to the definition.
#   parameters:
#     attributes: {type: array, items: {type: string}, default: [data_security_mode, autotermination_minutes, dbus_per_hour], order: superset, description: Attributes that need a rule}
#     tags: {type: array, items: {type: string}, default: [cost_center], order: superset, description: "Tags that need a rule; CostCenter is cost_center"}
package bylaw.cluster_policy.minimum_content

import data.bylaw.lib.tags
import data.parameters.cluster_policy.minimum_content as params

definition := input.cluster_policy.definition

definition := input.cluster_policy.policy_family_definition_overrides if {
	not input.cluster_policy.definition
}

limits contains path if {
	some path, rule in definition
	not rule.type == "unlimited"
}

ruled_tags[tag] := "ruled" if {
	some path, _ in definition
	startswith(path, "custom_tags.")
	tag := trim_prefix(path, "custom_tags.")
}

missing contains attribute if {
	some attribute in params.attributes
	not attribute in limits
	not is_for_jobs(attribute)
}

missing contains sprintf("custom_tags.%s", [tag]) if some tag in tags.missing(ruled_tags, params.tags)

# the clusters of jobs end with their run
is_for_jobs("autotermination_minutes") if definition.cluster_type.value in {"job", "dlt"}

deny contains finding if {
	not input.cluster_policy.policy_family_id
	count(missing) > 0
	finding := {
		"msg": sprintf("the policy does not limit %s", [concat(", ", sort(missing))]),
		"at": ["cluster_policy", "definition"],
	}
}
