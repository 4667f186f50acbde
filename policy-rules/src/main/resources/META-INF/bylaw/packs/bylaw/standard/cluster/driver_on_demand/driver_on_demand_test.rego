package bylaw.cluster.driver_on_demand_test

import data.bylaw.cluster.driver_on_demand as policy

findings(body) := found if {
	found := policy.deny with input as {"cluster": body}
}

test_fails_with_a_spot_driver if {
	count(findings({"aws_attributes": {"availability": "SPOT_WITH_FALLBACK", "first_on_demand": 0}})) == 1
	count(findings({"azure_attributes": {"availability": "SPOT_AZURE"}})) == 1
	count(findings({"gcp_attributes": {"availability": "PREEMPTIBLE_GCP"}})) == 1
}

test_passes_with_a_driver_on_demand if count(findings({"aws_attributes": {"availability": "SPOT", "first_on_demand": 1}})) == 0

test_passes_without_spot_instances if count(findings({"aws_attributes": {"availability": "ON_DEMAND"}})) == 0

test_passes_where_it_is_not_known_yet if {
	count(policy.deny) == 0 with input as {
		"cluster": {"aws_attributes": {"availability": "SPOT"}},
		"unknown": [{"pointer": "/cluster/aws_attributes/first_on_demand"}],
	}
}

test_passes_for_a_tag_with_such_a_value if count(findings({"custom_tags": {"availability": "SPOT"}})) == 0
