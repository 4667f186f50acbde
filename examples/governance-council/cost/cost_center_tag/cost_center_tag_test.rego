package council.cost.cost_center_tag_test

import data.council.cost.cost_center_tag as policy

test_a_cluster_without_is_found if {
	count(policy.deny) == 1 with input as {"cluster": {"custom_tags": {"team": "orders"}}}
}

test_a_warehouse_without_is_found if {
	count(policy.deny) == 1 with input as {"warehouse": {"name": "bi"}}
}

test_a_tag_passes if {
	count(policy.deny) == 0 with input as {"warehouse": {"tags": {"cost_center": "orders"}}}
	count(policy.deny) == 0 with input as {"cluster": {"custom_tags": {"cost_center": "orders"}}}
}
