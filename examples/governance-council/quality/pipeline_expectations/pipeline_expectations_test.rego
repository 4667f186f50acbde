package council.quality.pipeline_expectations_test

import data.council.quality.pipeline_expectations as policy

test_no_expectation_is_found if {
	count(policy.deny) == 1 with input as {"pipeline": {"datasets": [{"name": "A"}, {"name": "B"}]}}
}

test_one_expectation_passes if {
	count(policy.deny) == 0 with input as {"pipeline": {"datasets": [
		{"name": "A"},
		{"name": "B", "expectations": [{"name": "positive", "condition": "amount >= 0", "action": "WARN"}]},
	]}}
}

test_unlisted_datasets_pass if {
	count(policy.deny) == 0 with input as {"pipeline": {"name": "orders"}}
}
