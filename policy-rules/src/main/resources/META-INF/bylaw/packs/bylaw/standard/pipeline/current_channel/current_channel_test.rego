package bylaw.pipeline.current_channel_test

import data.bylaw.pipeline.current_channel as policy

findings(body) := found if {
	found := policy.deny with input as body
		with data.parameters.pipeline.current_channel as params
}

params := {"environments": ["prod"]}

pipeline(channel, env) := {"subject": {"environment": env}, "pipeline": {"channel": channel}}

test_fails_on_preview if count(findings(pipeline("PREVIEW", "prod"))) == 1

test_passes_on_current if count(findings(pipeline("current", "prod"))) == 0

test_passes_outside_of_production if count(findings(pipeline("PREVIEW", "dev"))) == 0
