package bylaw.job.own_compute_test

import data.bylaw.job.own_compute as policy

findings(body) := found if {
	found := policy.deny with input as {"job": body}
}

test_fails_on_an_existing_cluster if {
	some finding in findings({"tasks": [{"task_key": "a"}, {"task_key": "b", "existing_cluster_id": "1"}]})
	finding.at == ["job", "tasks", 1, "existing_cluster_id"]
}

test_fails_within_a_loop if {
	count(findings({"tasks": [{"for_each_task": {"task": {"existing_cluster_id": "1"}}}]})) == 1
}

test_passes_on_a_job_cluster if {
	count(findings({"tasks": [{"job_cluster_key": "main"}, {"for_each_task": {"task": {"job_cluster_key": "main"}}}]})) == 0
}
