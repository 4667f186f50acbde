package bylaw.lib.clusters_test

import data.bylaw.lib.clusters

places(body) := found if {
	found := {entry.at | some entry in clusters.all} with input as body
}

test_every_cluster_of_a_job if {
	places({"job": {
		"new_cluster": {},
		"job_clusters": [{"new_cluster": {}}],
		"tasks": [{"task_key": "a"}, {"new_cluster": {}}, {"for_each_task": {"task": {"new_cluster": {}}}}],
	}}) == {
		["job", "new_cluster"],
		["job", "job_clusters", 0, "new_cluster"],
		["job", "tasks", 1, "new_cluster"],
		["job", "tasks", 2, "for_each_task", "task", "new_cluster"],
	}
}

test_clusters_of_a_pipeline if places({"pipeline": {"clusters": [{}, {}]}}) == {
	["pipeline", "clusters", 0],
	["pipeline", "clusters", 1],
}

test_fields_without_a_value if {
	found := clusters.all with input as {
		"pipeline": {"clusters": [{}]},
		"unknown": [{"pointer": "/pipeline/clusters/0/autoscale/max_workers"}, {"pointer": "/pipeline/name"}],
	}
	{entry.unknown | some entry in found} == {{"autoscale"}}
}
