# METADATA
# title: Continuous pipelines are approved
# description: A continuous pipeline pays for its clusters all day.
# custom:
#   aliases: [L03]
#   kind: infra
#   subject: pipeline
#   severity: warning
#   characteristic: cost
#   unknown: pass
#   remediation: "Set continuous: false and run the pipeline from a job, or ask for approval."
#   parameters:
#     approved: {type: array, items: {type: string}, default: [], order: subset, description: Regular expressions for the names of pipelines that may run all day}
package bylaw.pipeline.continuous_approved

import data.bylaw.lib.patterns
import data.parameters.pipeline.continuous_approved as params

deny contains finding if {
	input.pipeline.continuous
	not patterns.match(params.approved, object.get(input.pipeline, "name", ""))
	finding := {
		"msg": "the pipeline runs all day",
		"at": ["pipeline", "continuous"],
		"wanted": false,
		"fix": {"set": ["pipeline", "continuous"], "to": false},
	}
}
