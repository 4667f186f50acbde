package bylaw.warehouse.size_within_limit_test

import data.bylaw.warehouse.size_within_limit as policy

findings(body) := found if {
	found := policy.deny with input as {"warehouse": body}
		with data.parameters.warehouse.size_within_limit as params
}

params := {"max": "Large"}

test_fails_above_the_limit if count(findings({"cluster_size": "X-Large"})) == 1

test_fails_with_an_unheard_of_size if count(findings({"cluster_size": "Huge"})) == 1

test_passes_at_the_limit if count(findings({"cluster_size": "Large"})) == 0

test_passes_below if count(findings({"cluster_size": "2X-Small"})) == 0
