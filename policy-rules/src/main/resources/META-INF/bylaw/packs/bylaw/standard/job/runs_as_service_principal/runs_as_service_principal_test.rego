package bylaw.job.runs_as_service_principal_test

import data.bylaw.job.runs_as_service_principal as policy

findings(body) := found if {
	found := policy.deny with input as body
		with data.parameters.job.runs_as_service_principal as params
}

params := {"environments": ["prod"]}

job(run_as, env) := {"subject": {"environment": env}, "job": {"run_as": run_as}}

test_fails_for_a_person if {
	some finding in findings(job({"user_name": "ann@example.com"}, "prod"))
	finding.at == ["job", "run_as", "user_name"]
}

test_fails_where_nothing_is_said if count(findings({"subject": {"environment": "prod"}, "job": {"name": "j"}})) == 1

test_passes_for_a_service_principal if count(findings(job({"service_principal_name": "sp"}, "prod"))) == 0

test_passes_for_a_group if count(findings(job({"group_name": "orders"}, "prod"))) == 0

test_passes_outside_of_production if {
	count(findings(job({"user_name": "ann@example.com"}, "dev"))) == 0
	count(findings({"subject": {"environment": "dev"}, "job": {"name": "j"}})) == 0
}
