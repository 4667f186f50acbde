package council.cost.warehouse_size_test

import data.council.cost.warehouse_size

test_larger_is_found if {
	count(warehouse_size.deny) == 1 with input as {"warehouse": {"cluster_size": "2X-Large"}}
		with data.parameters.cost.warehouse_size as {"max": "X-Large"}
}

test_unheard_of_is_found if {
	count(warehouse_size.deny) == 1 with input as {"warehouse": {"cluster_size": "Enormous"}}
		with data.parameters.cost.warehouse_size as {"max": "X-Large"}
}

test_the_limit_itself_passes if {
	count(warehouse_size.deny) == 0 with input as {"warehouse": {"cluster_size": "X-Large"}}
		with data.parameters.cost.warehouse_size as {"max": "X-Large"}
}
