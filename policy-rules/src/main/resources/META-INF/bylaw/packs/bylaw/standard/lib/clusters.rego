package bylaw.lib.clusters

# Every cluster that the subject describes: `cluster`, the path to it as `at`, the kind of subject as `of`,
# and as `unknown` the names of its fields that have no value yet.
all contains entry if {
	some place in places
	entry := object.union(place, {"unknown": unknown(place.at)})
}

places contains {"cluster": input.cluster, "at": ["cluster"], "of": "cluster"}

places contains {"cluster": input.job.new_cluster, "at": ["job", "new_cluster"], "of": "job"}

places contains {"cluster": shared.new_cluster, "at": ["job", "job_clusters", i, "new_cluster"], "of": "job"} if {
	some i, shared in input.job.job_clusters
}

places contains {"cluster": task.new_cluster, "at": ["job", "tasks", i, "new_cluster"], "of": "job"} if {
	some i, task in input.job.tasks
}

places contains place if {
	some i, task in input.job.tasks
	place := {
		"cluster": task.for_each_task.task.new_cluster,
		"at": ["job", "tasks", i, "for_each_task", "task", "new_cluster"],
		"of": "job",
	}
}

places contains {"cluster": cluster, "at": ["pipeline", "clusters", i], "of": "pipeline"} if {
	some i, cluster in input.pipeline.clusters
}

unknown(at) := {field |
	some value in input.unknown
	prefix := sprintf("/%s/", [concat("/", [sprintf("%v", [key]) | some key in at])])
	startswith(value.pointer, prefix)
	field := split(trim_prefix(value.pointer, prefix), "/")[0]
}
