package council.contract.schema_present_test

import data.council.contract.schema_present as policy

found(contract) := n if {
	n := count(policy.deny) with input as {"contract": contract}
}

test_no_schema_is_found if found({"name": "orders"}) == 1

test_no_columns_are_found if found({"schema": [{"name": "T"}]}) == 1

test_no_type_is_found if found({"schema": [{"name": "T", "columns": [{"name": "a"}]}]}) == 1

test_types_pass if found({"schema": [{"name": "T", "columns": [{"name": "a", "physicalType": "STRING"}]}]}) == 0
