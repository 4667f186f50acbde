package bylaw.cluster.workers_within_limit_test

import data.bylaw.cluster.workers_within_limit as policy

findings(body) := found if {
	found := policy.deny with input as {"cluster": body}
		with data.parameters.cluster.workers_within_limit as params
}

params := {"max": 8}

test_fails_with_too_many if {
	some finding in findings({"num_workers": 9})
	finding.at == ["cluster", "num_workers"]
}

test_fails_where_it_may_grow if {
	some finding in findings({"autoscale": {"min_workers": 1, "max_workers": 9}})
	finding.at == ["cluster", "autoscale", "max_workers"]
}

test_fails_by_the_fixed_number_where_both_are_there if {
	some finding in findings({"num_workers": 9, "autoscale": {"max_workers": 2}})
	finding.at == ["cluster", "num_workers"]
}

test_fails_for_a_pipeline if {
	count(policy.deny) == 1 with input as {"pipeline": {"clusters": [{"num_workers": 9}]}}
		with data.parameters.cluster.workers_within_limit as params
}

test_passes_at_the_limit if {
	count(findings({"num_workers": 8})) == 0
	count(findings({"autoscale": {"min_workers": 1, "max_workers": 8}})) == 0
}
