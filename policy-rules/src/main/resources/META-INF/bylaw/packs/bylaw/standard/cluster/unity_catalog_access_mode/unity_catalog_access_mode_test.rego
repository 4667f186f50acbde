package bylaw.cluster.unity_catalog_access_mode_test

import data.bylaw.cluster.unity_catalog_access_mode as policy

findings(body) := found if {
	found := policy.deny with input as {"cluster": body}
}

test_fails_with_none if count(findings({"data_security_mode": "NONE", "policy_id": "P"})) == 1

test_fails_without_a_mode if count(findings({"num_workers": 1})) == 1

test_fails_for_the_cluster_of_a_job if {
	count(policy.deny) == 1 with input as {"job": {"job_clusters": [{"new_cluster": {"num_workers": 1}}]}}
}

test_passes_with_a_mode if count(findings({"data_security_mode": "USER_ISOLATION"})) == 0

test_passes_where_a_policy_may_set_it if count(findings({"policy_id": "P"})) == 0

test_passes_where_the_policy_is_not_known_yet if {
	count(policy.deny) == 0 with input as {"cluster": {}, "unknown": [{"pointer": "/cluster/policy_id"}]}
}
