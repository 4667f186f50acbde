# METADATA
# title: Retries are bounded
# description: A task that fails for ever costs for ever.
# custom:
#   aliases: [J04]
#   kind: infra
#   subject: job
#   severity: warning
#   characteristic: cost
#   remediation: Set max_retries to a small number.
#   parameters:
#     max: {type: number, default: 3, order: max, description: "The most retries of a task"}
package bylaw.job.retries_bounded

import data.parameters.job.retries_bounded as params

deny contains finding if {
	some i, task in input.job.tasks
	task.max_retries < 0
	finding := {
		"msg": sprintf("the task %s is tried again without end", [object.get(task, "task_key", i)]),
		"at": ["job", "tasks", i, "max_retries"],
		"wanted": sprintf("at most %v", [params.max]),
	}
}

deny contains finding if {
	some i, task in input.job.tasks
	task.max_retries > params.max
	finding := {
		"msg": sprintf("the task %s is tried again %v times, the limit is %v", [
			object.get(task, "task_key", i),
			task.max_retries,
			params.max,
		]),
		"at": ["job", "tasks", i, "max_retries"],
		"wanted": sprintf("at most %v", [params.max]),
	}
}
