package bylaw.cluster.dedicated_to_team_test

import data.bylaw.cluster.dedicated_to_team as policy

findings(body) := found if {
	found := policy.deny with input as body
		with data.parameters.cluster.dedicated_to_team as params
}

params := {"environments": ["prod"]}

cluster(mode, user, env) := {
	"subject": {"environment": env},
	"cluster": {"data_security_mode": mode, "single_user_name": user},
}

test_fails_for_a_person if count(findings(cluster("SINGLE_USER", "ann@example.com", "prod"))) == 1

test_passes_for_a_group if count(findings(cluster("SINGLE_USER", "orders-engineers", "prod"))) == 0

test_passes_outside_of_production if count(findings(cluster("SINGLE_USER", "ann@example.com", "dev"))) == 0

test_passes_where_nobody_is_alone if count(findings(cluster("USER_ISOLATION", "ann@example.com", "prod"))) == 0
