package bylaw.warehouse.clusters_within_limit_test

import data.bylaw.warehouse.clusters_within_limit as policy

findings(body) := found if {
	found := policy.deny with input as {"warehouse": body}
		with data.parameters.warehouse.clusters_within_limit as params
}

params := {"max": 4}

test_fails_above_the_limit if count(findings({"max_num_clusters": 5})) == 1

test_passes_at_the_limit if count(findings({"max_num_clusters": 4})) == 0
