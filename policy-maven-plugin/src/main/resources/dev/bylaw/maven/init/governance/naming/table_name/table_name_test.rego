package council.naming.table_name_test

import data.council.naming.table_name as policy

params := {"pattern": "^[a-z][a-z0-9_]*$"}

test_fails_with_capitals if {
	count(policy.deny) == 1 with input as {"sql": {"tables": [{"name": "OrderLines"}]}}
		with data.parameters.naming.table_name as params
}

test_passes_in_snake_case if {
	count(policy.deny) == 0 with input as {"sql": {"tables": [{"name": "order_lines"}]}}
		with data.parameters.naming.table_name as params
}
