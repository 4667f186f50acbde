# METADATA
# title: Pipelines check what they publish
# description: A pipeline without expectations passes on whatever it gets.
# custom:
#   kind: data
#   subject: pipeline
#   severity: error
#   characteristic: trustworthiness
#   remediation: Declare an expectation on at least one of the pipeline's datasets.
package council.quality.pipeline_expectations

deny contains finding if {
	count(input.pipeline.datasets) > 0
	count([e | some dataset in input.pipeline.datasets; some e in dataset.expectations]) == 0
	finding := {
		"msg": sprintf("none of the %d datasets has an expectation", [count(input.pipeline.datasets)]),
		"at": input.pipeline.datasets,
	}
}
