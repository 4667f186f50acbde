package bylaw.pipeline.continuous_approved_test

import data.bylaw.pipeline.continuous_approved as policy

findings(body) := found if {
	found := policy.deny with input as {"pipeline": body}
		with data.parameters.pipeline.continuous_approved as params
}

params := {"approved": ["^clicks-"]}

test_fails_where_it_runs_all_day if count(findings({"name": "orders", "continuous": true})) == 1

test_fails_without_a_name if count(findings({"continuous": true})) == 1

test_passes_where_approved if count(findings({"name": "clicks-live", "continuous": true})) == 0

test_passes_where_it_is_triggered if count(findings({"name": "orders", "continuous": false})) == 0
