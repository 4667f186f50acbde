package bylaw.cluster.node_type_allowed_test

import data.bylaw.cluster.node_type_allowed as policy

findings(body) := found if {
	found := policy.deny with input as {"cluster": body}
		with data.parameters.cluster.node_type_allowed as params
}

params := {"allowed": ["^[a-z0-9]+[.]"], "refused": ["^p[2-5]"]}

test_fails_with_a_refused_type if count(findings({"node_type_id": "p3.2xlarge"})) == 1

test_fails_with_a_type_that_is_not_allowed if count(findings({"node_type_id": "Standard_D4s_v5"})) == 1

test_fails_for_the_driver if {
	some finding in findings({"node_type_id": "m5.large", "driver_node_type_id": "p3.2xlarge"})
	finding.at == ["cluster", "driver_node_type_id"]
}

test_passes_with_a_usual_type if count(findings({"node_type_id": "m5.large", "driver_node_type_id": "m5.large"})) == 0

test_passes_for_a_cluster_named_like_a_type if {
	count(findings({"cluster_name": "p3.2xlarge", "node_type_id": "m5.large"})) == 0
}
