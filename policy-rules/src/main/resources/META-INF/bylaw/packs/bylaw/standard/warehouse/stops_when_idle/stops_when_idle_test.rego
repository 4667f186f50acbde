package bylaw.warehouse.stops_when_idle_test

import data.bylaw.warehouse.stops_when_idle as policy

findings(body) := found if {
	found := policy.deny with input as {"warehouse": body}
		with data.parameters.warehouse.stops_when_idle as params
}

params := {"max": 30}

test_fails_with_zero if count(findings({"auto_stop_mins": 0})) == 1

test_fails_above_the_limit if count(findings({"auto_stop_mins": 31})) == 1

test_fails_without_it if {
	count(findings({"name": "bi"})) == 1
	count(policy.deny) == 1 with input as {"warehouse": {}} with data.parameters.warehouse.stops_when_idle as {"max": 119}
}

test_passes_at_the_limit if count(findings({"auto_stop_mins": 30})) == 0

test_passes_where_the_default_is_good_enough if {
	count(policy.deny) == 0 with input as {"warehouse": {}} with data.parameters.warehouse.stops_when_idle as {"max": 120}
}
