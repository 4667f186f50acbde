package bylaw.cluster.terminates_when_idle_test

import data.bylaw.cluster.terminates_when_idle as policy

findings(body) := found if {
	found := policy.deny with input as {"cluster": body}
		with data.parameters.cluster.terminates_when_idle as params
}

params := {"max": 60}

test_fails_with_zero if count(findings({"autotermination_minutes": 0, "policy_id": "P"})) == 1

test_fails_above_the_limit if count(findings({"autotermination_minutes": 61})) == 1

test_fails_without_it if count(findings({"num_workers": 1})) == 1

test_passes_at_the_limit if count(findings({"autotermination_minutes": 60})) == 0

test_passes_where_a_policy_may_set_it if count(findings({"policy_id": "P"})) == 0

test_passes_where_it_is_not_known_yet if {
	count(policy.deny) == 0 with input as {"cluster": {}, "unknown": [{"pointer": "/cluster/autotermination_minutes"}]}
		with data.parameters.cluster.terminates_when_idle as params
}
