package bylaw.cluster.policy_attached_test

import data.bylaw.cluster.policy_attached as policy

findings(body) := found if {
	found := policy.deny with input as {"cluster": body}
}

test_fails_without_a_policy if count(findings({"num_workers": 1})) == 1

test_passes_with_a_policy if count(findings({"policy_id": "P"})) == 0

test_passes_where_it_is_not_known_yet if {
	count(policy.deny) == 0 with input as {"cluster": {}, "unknown": [{"pointer": "/cluster/policy_id"}]}
}
