package bylaw.job.retries_bounded_test

import data.bylaw.job.retries_bounded as policy

findings(body) := found if {
	found := policy.deny with input as {"job": body}
		with data.parameters.job.retries_bounded as params
}

params := {"max": 2}

test_fails_without_end if count(findings({"tasks": [{"task_key": "a", "max_retries": -1}]})) == 1

test_fails_above_the_limit if count(findings({"tasks": [{"task_key": "a", "max_retries": 3}]})) == 1

test_passes_at_the_limit if count(findings({"tasks": [{"max_retries": 2}, {"max_retries": 0}, {"task_key": "c"}]})) == 0
