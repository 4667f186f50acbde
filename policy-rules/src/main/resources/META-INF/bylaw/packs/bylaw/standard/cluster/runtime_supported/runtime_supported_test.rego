package bylaw.cluster.runtime_supported_test

import data.bylaw.cluster.runtime_supported as policy

findings(body) := found if {
	found := policy.deny with input as body
		with data.parameters.cluster.runtime_supported as params
}

params := {"oldest": "14.3", "lts": ["14.3", "16.4"], "environments": ["prod"]}

cluster(runtime, env) := {
	"subject": {"environment": env},
	"cluster": {"spark_version": "v", "runtime": runtime},
}

test_fails_with_an_old_runtime if {
	count(findings(cluster({"major": 14, "minor": 2}, "dev"))) == 1
	count(findings(cluster({"major": 9, "minor": 9}, "prod"))) == 1
	count(findings(cluster({"major": 13}, "dev"))) == 1
}

test_fails_without_long_term_support_in_production if count(findings(cluster({"major": 15, "minor": 0}, "prod"))) == 1

test_passes_with_the_oldest if {
	count(findings(cluster({"major": 14, "minor": 3}, "prod"))) == 0
	count(findings(cluster({"major": 14}, "prod"))) == 0
}

test_passes_without_a_minor_version if count(findings(cluster({"major": 19}, "prod"))) == 0

test_passes_outside_of_production if count(findings(cluster({"major": 15, "minor": 0}, "dev"))) == 0

test_fails_with_the_oldest_where_it_has_no_long_term_support if {
	count(policy.deny) == 1 with input as cluster({"major": 15, "minor": 0}, "prod")
		with data.parameters.cluster.runtime_supported as object.union(params, {"oldest": "15.0"})
}
