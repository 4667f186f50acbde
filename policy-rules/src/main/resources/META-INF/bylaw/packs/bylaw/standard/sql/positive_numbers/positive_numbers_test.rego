package bylaw.sql.positive_numbers_test

import data.bylaw.sql.positive_numbers as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.positive_numbers as given

given := {"names": ["^emp_num$"]}

table(type, check) := {"state": {"tables": [{"name": "t", "type": "table", "columns": [{"name": "Emp_Num", "type": type}], "constraints": [{"kind": "CHECK", "text": check}]}]}}

test_fails_without_check if {
	found(table("INT", "CHECK (dept_num > 0)")) == {"nothing says that t.Emp_Num is positive"}
	found(table("BIGINT", "CHECK (emp_num < 10)")) == {"nothing says that t.Emp_Num is positive"}
	found(table("DECIMAL(9, 2)", "CHECK (old_emp_num > 0)")) == {"nothing says that t.Emp_Num is positive"}
}

test_passes_with_a_check if {
	found(table("INT", "CHECK (EMP_NUM > 0)")) == set()
	found(table("INT", "EXPECT (emp_num >= 1)")) == set()
	found(table("INT", "CHECK (emp_num BETWEEN 1 AND 9)")) == set()
}

test_passes_for_texts_and_other_columns if {
	found(table("STRING", "")) == set()
	found({"state": {"tables": [{"name": "t", "type": "table", "columns": [{"name": "n", "type": "INT"}]}]}}) == set()
	found({"state": {"tables": [{"name": "t", "type": "view", "columns": [{"name": "emp_num", "type": "INT"}]}]}}) == set()
}
