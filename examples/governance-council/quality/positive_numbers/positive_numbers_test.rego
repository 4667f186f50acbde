package council.quality.positive_numbers_test

import data.council.quality.positive_numbers as policy

found(column) := n if {
	n := count(policy.deny) with input as {"contract": {"schema": [{"name": "T", "columns": [column]}]}}
		with data.parameters.quality.positive_numbers as {"columns": ["Emp_Num"]}
}

test_no_rule_is_found if found({"name": "EMP_NUM"}) == 1

test_another_bound_is_found if found({"name": "emp_num", "quality": [{"mustBeGreaterThan": -1}]}) == 1

test_a_rule_passes if found({"name": "emp_num", "quality": [{"mustBeGreaterThan": 0}]}) == 0

test_a_rule_from_one_passes if found({"name": "emp_num", "quality": [{"mustBeGreaterOrEqualTo": 1}]}) == 0

test_other_columns_pass if found({"name": "amount"}) == 0
