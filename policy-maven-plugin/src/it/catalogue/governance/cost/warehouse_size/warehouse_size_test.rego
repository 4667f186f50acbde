package acme.cost.warehouse_size_test

import data.acme.cost.warehouse_size as policy

test_a_large_one_is_found if {
	count(policy.deny) == 1 with input as {"warehouse": {"cluster_size": "4X-Large"}}
}

test_a_small_one_passes if {
	count(policy.deny) == 0 with input as {"warehouse": {"cluster_size": "Small"}}
}
