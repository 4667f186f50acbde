package council.naming.table_upper_case_test

import data.council.naming.table_upper_case

test_lower_case_is_found if {
	some finding in table_upper_case.deny with input as {"sql": {"tables": [{"type": "table", "name": "orders_gold"}]}}
	finding.wanted == "ORDERS_GOLD"
}

test_upper_case_passes if {
	count(table_upper_case.deny) == 0 with input as {"sql": {"tables": [{"type": "view", "name": "ORDERS_2"}]}}
}
