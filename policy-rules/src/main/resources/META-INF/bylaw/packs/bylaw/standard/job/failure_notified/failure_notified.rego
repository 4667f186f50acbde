# METADATA
# title: Somebody is told when a production job fails
# description: A failure that nobody hears of is found by the consumers of the data.
# custom:
#   aliases: [J04]
#   kind: infra
#   subject: job
#   severity: warning
#   characteristic: trustworthy
#   unknown: pass
#   remediation: Add email_notifications.on_failure or webhook_notifications.on_failure.
#   parameters:
#     environments: {type: array, items: {type: string}, default: [prod, production, prd], order: superset, description: "Environments that count as production, in lower case; \"*\" is any"}
package bylaw.job.failure_notified

import data.bylaw.lib.environment
import data.parameters.job.failure_notified as params

is_told(holder) if {
	some channel in ["email_notifications", "webhook_notifications"]
	count(holder[channel].on_failure) > 0
}

is_covered if is_told(input.job)

is_covered if {
	count(input.job.tasks) > 0
	every task in input.job.tasks {
		is_told(task)
	}
}

deny contains finding if {
	environment.among(params.environments)
	not is_covered
	finding := {
		"msg": "nobody is told when the job fails",
		"at": ["job", "email_notifications"],
	}
}
