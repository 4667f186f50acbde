package bylaw.cluster_policy.minimum_content_test

import data.bylaw.cluster_policy.minimum_content as policy

findings(body) := found if {
	found := policy.deny with input as {"cluster_policy": body}
		with data.parameters.cluster_policy.minimum_content as params
}

params := {"attributes": ["data_security_mode", "autotermination_minutes"], "tags": ["cost_center"]}

complete := {
	"data_security_mode": {"type": "fixed", "value": "USER_ISOLATION"},
	"autotermination_minutes": {"type": "range", "maxValue": 60},
	"custom_tags.CostCenter": {"type": "unlimited"},
}

test_fails_with_an_open_attribute if {
	some finding in findings({"definition": {"data_security_mode": {"type": "unlimited"}}})
	finding.msg == "the policy does not limit autotermination_minutes, custom_tags.cost_center, data_security_mode"
}

test_passes_with_all if count(findings({"definition": complete})) == 0

test_fails_without_the_time_of_termination if {
	count(findings({"definition": object.remove(complete, ["autotermination_minutes"])})) == 1
}

test_passes_for_jobs_without_it if {
	count(findings({"definition": object.union(
		object.remove(complete, ["autotermination_minutes"]),
		{"cluster_type": {"type": "fixed", "value": "job"}},
	)})) == 0
}

test_passes_for_a_family if count(findings({"policy_family_id": "personal-vm"})) == 0

test_fails_where_only_the_name_of_a_tag_is_ruled if {
	some finding in findings({"definition": object.union(
		object.remove(complete, ["custom_tags.CostCenter"]),
		{"cost_center": {"type": "unlimited"}},
	)})
	finding.msg == "the policy does not limit custom_tags.cost_center"
}

test_passes_with_overrides if count(findings({"policy_family_definition_overrides": complete})) == 0

test_passes_where_overrides_say_less if {
	count(findings({"definition": complete, "policy_family_definition_overrides": {}})) == 0
}
