# METADATA
# title: Jobs use job clusters or serverless compute, not an all-purpose cluster
# description: All-purpose clusters cost more per hour, and other people's work on them slows a job down or stops it.
# custom:
#   aliases: [J03]
#   kind: infra
#   subject: job
#   severity: warning
#   characteristic: cost
#   remediation: Replace existing_cluster_id with job_cluster_key, or remove it to run serverless.
package bylaw.job.own_compute

deny contains finding if {
	some i, task in input.job.tasks
	task.existing_cluster_id
	finding := {
		"msg": sprintf("the task %s runs on an all-purpose cluster", [object.get(task, "task_key", i)]),
		"at": ["job", "tasks", i, "existing_cluster_id"],
		"wanted": "job_cluster_key, new_cluster or serverless compute",
	}
}

deny contains finding if {
	some i, outer in input.job.tasks
	task := outer.for_each_task.task
	task.existing_cluster_id
	finding := {
		"msg": sprintf("the task %s runs on an all-purpose cluster", [object.get(task, "task_key", i)]),
		"at": ["job", "tasks", i, "for_each_task", "task", "existing_cluster_id"],
		"wanted": "job_cluster_key, new_cluster or serverless compute",
	}
}
