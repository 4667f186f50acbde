package bylaw.cluster.required_tags_test

import data.bylaw.cluster.required_tags as policy

findings(body) := found if {
	found := policy.deny with input as {"cluster": body}
		with data.parameters.cluster.required_tags as params
}

params := {"required": ["owner", "cost_center"], "values": {"environment": ["dev", "prod"]}}

test_fails_with_a_missing_tag if {
	some finding in findings({"custom_tags": {"owner": "orders"}})
	finding.msg == "the cluster lacks the tags cost_center"
}

test_fails_with_a_blank_tag if count(findings({"custom_tags": {"owner": " ", "cost_center": "1"}})) == 1

test_fails_with_a_value_that_is_not_allowed if {
	some finding in findings({"custom_tags": {"owner": "orders", "cost_center": "1", "Environment": "qa"}})
	finding.at == ["cluster", "custom_tags", "Environment"]
}

test_fails_for_the_cluster_of_a_job if {
	count(policy.deny) == 1 with input as {"job": {"tags": {"owner": "o"}, "job_clusters": [{"new_cluster": {}}]}}
		with data.parameters.cluster.required_tags as params
}

test_passes_with_all if count(findings({"custom_tags": {"Owner": "orders", "CostCenter": "1", "environment": "dev"}})) == 0

test_passes_with_the_tags_of_the_job if {
	count(policy.deny) == 0 with input as {"job": {"tags": {"owner": "o"}, "tasks": [{"new_cluster": {"custom_tags": {"cost-center": "1"}}}]}}
		with data.parameters.cluster.required_tags as params
}

test_passes_where_tags_are_not_known_yet if {
	count(policy.deny) == 0 with input as {"cluster": {}, "unknown": [{"pointer": "/cluster/custom_tags/owner"}]}
		with data.parameters.cluster.required_tags as params
}

known := object.union(params, {"known": {"owner": "product", "cost_center": "domain"}})

proposed(body) := fixes if fixes := [finding.fix | some finding in policy.deny] with input as body
	with data.parameters.cluster.required_tags as known

test_fails_and_proposes_what_is_known if {
	subject := {"product": "trips", "domain": "mobility"}
	proposed({"subject": subject, "cluster": {}}) == [[{"set": ["cluster", "custom_tags"], "to": {"owner": "trips", "cost_center": "mobility"}}]]
	proposed({"subject": subject, "cluster": {"custom_tags": {"owner": "x"}}}) == [[{"set": ["cluster", "custom_tags", "cost_center"], "to": "mobility"}]]
}

test_fails_and_proposes_nothing_by_halves if {
	proposed({"subject": {"product": "trips"}, "cluster": {}}) == [[]]
	proposed({"subject": {"product": "trips"}, "cluster": {"custom_tags": {"team": "x"}}}) == [[]]
}
