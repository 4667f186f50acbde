package bylaw.bundle.stateful_guarded_test

import data.bylaw.bundle.stateful_guarded as policy

findings(body) := found if {
	found := policy.deny with input as body
		with data.parameters.bundle.stateful_guarded as params
}

params := {"environments": ["prod"], "types": ["schemas"]}

bundle(schema, env) := {"subject": {"environment": env}, "bundle": {"resources": {"schemas": {"gold": schema}, "jobs": {"j": {}}}}}

test_fails_without_a_guard if {
	count(findings(bundle({"name": "gold"}, "prod"))) == 1
	count(findings(bundle({"lifecycle": {"prevent_destroy": false}}, "prod"))) == 1
}

test_passes_with_a_guard if count(findings(bundle({"lifecycle": {"prevent_destroy": true}}, "prod"))) == 0

test_passes_outside_of_production if count(findings(bundle({"name": "gold"}, "dev"))) == 0
