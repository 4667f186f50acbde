# METADATA
# title: A production pipeline is not in development mode
# description: Development mode keeps the cluster up and does not try again after a failure.
# related_resources:
#   - https://docs.databricks.com/ldp/updates.html
# custom:
#   aliases: [L01]
#   kind: infra
#   subject: pipeline
#   severity: error
#   characteristic: cost
#   unknown: pass
#   remediation: "Set development: false."
#   parameters:
#     environments: {type: array, items: {type: string}, default: [prod, production, prd], order: superset, description: "Environments that count as production, in lower case; \"*\" is any"}
package bylaw.pipeline.no_development_mode

import data.bylaw.lib.environment
import data.parameters.pipeline.no_development_mode as params

deny contains finding if {
	environment.among(params.environments)
	input.pipeline.development
	finding := {
		"msg": "a production pipeline is in development mode",
		"at": ["pipeline", "development"],
		"wanted": false,
		"fix": {"set": ["pipeline", "development"], "to": false},
	}
}
