# METADATA
# title: A job has a time-out
# description: A run that hangs costs money until somebody sees it.
# custom:
#   aliases: [J04]
#   kind: infra
#   subject: job
#   severity: warning
#   characteristic: cost
#   unknown: pass
#   remediation: Set timeout_seconds of the job, or of each task.
#   parameters:
#     max: {type: number, default: 86400, order: max, description: "The longest time-out, in seconds"}
package bylaw.job.timeout_set

import data.parameters.job.timeout_set as params

is_limited if input.job.timeout_seconds > 0

is_limited if {
	count(input.job.tasks) > 0
	every task in input.job.tasks {
		task.timeout_seconds > 0
	}
}

deny contains finding if {
	not is_limited
	not input.job.continuous
	finding := {
		"msg": "the job has no time-out, so a run that hangs never ends",
		"at": ["job", "timeout_seconds"],
		"wanted": sprintf("at most %v", [params.max]),
		"fix": {"set": ["job", "timeout_seconds"], "to": params.max},
	}
}

deny contains finding if {
	input.job.timeout_seconds > params.max
	finding := {
		"msg": sprintf("the time-out of %v seconds is above the limit %v", [input.job.timeout_seconds, params.max]),
		"at": ["job", "timeout_seconds"],
		"wanted": sprintf("at most %v", [params.max]),
		"fix": {"set": ["job", "timeout_seconds"], "to": params.max},
	}
}
