# METADATA
# title: A production job runs as a service principal
# description: A job that runs as a person stops when the person leaves, and may do all that the person may.
# related_resources:
#   - https://docs.databricks.com/jobs/privileges.html
# custom:
#   aliases: [J01]
#   kind: infra
#   subject: job
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Set run_as.service_principal_name, in a bundle once at the top or in the target.
#   parameters:
#     environments: {type: array, items: {type: string}, default: [prod, production, prd], order: superset, description: "Environments that count as production, in lower case; \"*\" is any"}
package bylaw.job.runs_as_service_principal

import data.bylaw.lib.environment
import data.parameters.job.runs_as_service_principal as params

deny contains finding if {
	environment.among(params.environments)
	input.job.run_as.user_name
	finding := {
		"msg": "the job runs as a person",
		"at": ["job", "run_as", "user_name"],
		"wanted": "service_principal_name",
	}
}

deny contains finding if {
	environment.among(params.environments)
	not input.job.run_as
	finding := {
		"msg": "the job does not say whom it runs as, so it runs as the person who deploys it",
		"at": ["job", "run_as"],
		"wanted": "service_principal_name",
	}
}
