package council.contract.expectations_present_test

import data.council.contract.expectations_present as policy

found(table) := n if {
	n := count(policy.deny) with input as {"contract": {"schema": [table]}}
}

test_no_rule_is_found if found({"name": "T", "columns": [{"name": "a"}]}) == 1

test_a_rule_of_the_table_passes if found({"name": "T", "quality": [{"metric": "rowCount"}]}) == 0

test_a_rule_of_a_column_passes if {
	found({"name": "T", "columns": [{"name": "a", "quality": [{"metric": "nullValues", "mustBe": 0}]}]}) == 0
}
