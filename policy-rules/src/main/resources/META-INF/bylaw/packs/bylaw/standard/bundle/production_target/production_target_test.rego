package bylaw.bundle.production_target_test

import data.bylaw.bundle.production_target as policy

findings(body) := found if {
	found := policy.deny with input as body
		with data.parameters.bundle.production_target as params
}

params := {"environments": ["prod"], "personal": ["/Users/", "^~"]}

bundle(body, env) := {"subject": {"environment": env}, "bundle": body, "raw": body}

good := {
	"mode": "production",
	"run_as": {"service_principal_name": "sp"},
	"workspace": {"root_path": "/Workspace/Shared/orders"},
}

test_fails_in_another_mode if {
	count(findings(bundle(object.union(good, {"mode": "development"}), "prod"))) == 1
	count(findings(bundle(object.remove(good, ["mode"]), "prod"))) == 1
}

test_fails_for_a_person if {
	count(findings(bundle(object.remove(good, ["run_as"]), "prod"))) == 1
	count(findings(bundle(object.union(object.remove(good, ["run_as"]), {"run_as": {"user_name": "a@example.com"}}), "prod"))) == 1
}

test_fails_in_a_home if {
	count(findings(bundle(object.union(good, {"workspace": {"root_path": "~/x"}}), "prod"))) == 1
	count(findings(bundle(object.union(good, {"workspace": {"root_path": "/Workspace/Users/ann/x"}}), "prod"))) == 1
	count(findings(bundle(object.remove(good, ["workspace"]), "prod"))) == 1
}

test_passes_with_all if count(findings(bundle(good, "prod"))) == 0

test_passes_outside_of_production if {
	count(findings(bundle({}, "dev"))) == 0
	count(findings(bundle({"workspace": {"root_path": "~/x"}}, "dev"))) == 0
}
