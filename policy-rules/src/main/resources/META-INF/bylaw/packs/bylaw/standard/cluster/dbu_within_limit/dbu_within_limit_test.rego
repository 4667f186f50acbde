package bylaw.cluster.dbu_within_limit_test

import data.bylaw.cluster.dbu_within_limit as policy

findings(body) := found if {
	found := policy.deny with input as {"cluster": body}
		with data.parameters.cluster.dbu_within_limit as params
}

params := {"max": 10, "dbus": {"s": 1, "l": 4}, "photon": 2}

test_fails_above_the_limit if {
	some finding in findings({"node_type_id": "s", "num_workers": 10})
	finding.found == 11
}

test_fails_where_it_may_grow if count(findings({"node_type_id": "l", "driver_node_type_id": "s", "autoscale": {"max_workers": 3}})) == 1

test_fails_with_photon if {
	count(findings({"node_type_id": "s", "num_workers": 5, "runtime_engine": "PHOTON"})) == 1
	count(findings({"node_type_id": "s", "num_workers": 5, "runtime": {"photon": true}})) == 1
}

test_fails_with_a_type_that_nobody_priced if {
	some finding in findings({"node_type_id": "s", "driver_node_type_id": "x", "num_workers": 1})
	finding.at == ["cluster", "driver_node_type_id"]
}

test_fails_where_a_table_has_one_type if {
	count(policy.deny) == 1 with input as {"cluster": {"node_type_id": "x", "num_workers": 1}}
		with data.parameters.cluster.dbu_within_limit as {"max": 10, "dbus": {"s": 1}, "photon": 2}
}

test_fails_by_the_fixed_number_where_both_are_there if {
	some finding in findings({"node_type_id": "s", "num_workers": 10, "autoscale": {"max_workers": 3}})
	finding.found == 11
}

test_passes_at_the_limit if {
	count(findings({"node_type_id": "s", "num_workers": 9})) == 0
	count(findings({"node_type_id": "s", "num_workers": 4, "runtime_engine": "PHOTON"})) == 0
}

test_passes_without_a_table if {
	count(policy.deny) == 0 with input as {"cluster": {"node_type_id": "x", "num_workers": 99}}
		with data.parameters.cluster.dbu_within_limit as {"max": 10, "dbus": {}, "photon": 2}
}
