package council.access.grants_to_groups_test

import data.council.access.grants_to_groups as policy

found(principal) := n if {
	n := count(policy.deny) with input as {"sql": {"grants": [{
		"privileges": ["SELECT"],
		"securable": {"type": "TABLE", "name": "orders.gold.ORDERS_GOLD"},
		"principals": ["analytics", principal],
	}]}}
}

test_a_user_is_found if found("alice@example.com") == 1

test_a_service_principal_is_found if found("7d2c4a0e-5b1f-4c8e-9a63-0f1e2d3c4b5a") == 1

test_groups_pass if found("bi_consumers") == 0
