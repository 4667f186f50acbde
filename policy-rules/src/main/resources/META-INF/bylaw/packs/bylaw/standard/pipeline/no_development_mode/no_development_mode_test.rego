package bylaw.pipeline.no_development_mode_test

import data.bylaw.pipeline.no_development_mode as policy

findings(body) := found if {
	found := policy.deny with input as body
		with data.parameters.pipeline.no_development_mode as params
}

params := {"environments": ["prod"]}

pipeline(development, env) := {"subject": {"environment": env}, "pipeline": {"development": development}}

test_fails_in_development_mode if count(findings(pipeline(true, "prod"))) == 1

test_passes_in_production_mode if count(findings(pipeline(false, "prod"))) == 0

test_passes_outside_of_production if count(findings(pipeline(true, "dev"))) == 0
