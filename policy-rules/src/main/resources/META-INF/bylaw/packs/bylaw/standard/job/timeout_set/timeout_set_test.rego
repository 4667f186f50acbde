package bylaw.job.timeout_set_test

import data.bylaw.job.timeout_set as policy

findings(body) := found if {
	found := policy.deny with input as {"job": body}
		with data.parameters.job.timeout_set as params
}

params := {"max": 3600}

test_fails_without_a_timeout if count(findings({"name": "j"})) == 1

test_fails_with_zero if count(findings({"timeout_seconds": 0})) == 1

test_fails_where_a_task_has_none if count(findings({"tasks": [{"timeout_seconds": 60}, {"task_key": "b"}]})) == 1

test_fails_where_a_task_has_zero if count(findings({"tasks": [{"timeout_seconds": 0}]})) == 1

test_fails_without_tasks if count(findings({"tasks": []})) == 1

test_fails_above_the_limit if count(findings({"timeout_seconds": 3601})) == 1

test_passes_at_the_limit if {
	count(findings({"timeout_seconds": 3600})) == 0
	count(findings({"timeout_seconds": 1})) == 0
}

test_passes_where_each_task_has_one if count(findings({"tasks": [{"timeout_seconds": 1}]})) == 0

test_passes_where_it_runs_for_ever if count(findings({"continuous": {"pause_status": "UNPAUSED"}})) == 0
