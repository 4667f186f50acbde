package bylaw.warehouse.current_channel_test

import data.bylaw.warehouse.current_channel as policy

findings(body) := found if {
	found := policy.deny with input as body
		with data.parameters.warehouse.current_channel as params
}

params := {"environments": ["prod"]}

warehouse(channel, env) := {"warehouse": {"channel": {"name": channel}, "tags": {"environment": env}}}

test_fails_on_preview if count(findings(warehouse("CHANNEL_NAME_PREVIEW", "prod"))) == 1

test_passes_on_current if count(findings(warehouse("CHANNEL_NAME_CURRENT", "prod"))) == 0

test_passes_outside_of_production if count(findings(warehouse("CHANNEL_NAME_PREVIEW", "dev"))) == 0
