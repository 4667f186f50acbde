package bylaw.sql.columns_agree_test

import data.bylaw.sql.columns_agree as policy

given := {"fields": ["type", "comment"], "ignored": ["id"]}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.columns_agree as given

table(name, column) := {"name": name, "columns": [column]}

script(tables) := {"state": {"tables": tables}}

amount := table("t", {"name": "amount", "type": "INT", "comment": "in cent"})

test_fails_for_another_type if {
	found(script([amount, table("u", {"name": "Amount", "type": "STRING"})])) == {`amount has the type "INT" in t and "STRING" in u`}
}

test_fails_for_another_comment if {
	found(script([amount, table("u", {"name": "amount", "comment": "in euro"})])) == {`amount has the comment "in cent" in t and "in euro" in u`}
}

test_fails_across_scripts if {
	found([script([amount]), script([table("u", {"name": "amount", "type": "STRING"})])]) == {`amount has the type "INT" in t and "STRING" in u`}
}

test_passes_where_they_agree if found(script([amount, table("u", {"name": "amount", "type": "int"})])) == set()

test_passes_for_other_names if {
	found(script([amount, table("u", {"name": "total", "type": "STRING"})])) == set()
	found(script([table("t", {"name": "id", "type": "INT"}), table("u", {"name": "id", "type": "STRING"})])) == set()
	found([script([amount]), script([table("u", {"name": "total", "type": "STRING"})])]) == set()
}

test_passes_for_other_fields if {
	found(script([amount, table("u", {"name": "amount", "default": "1"}), table("v", {"name": "amount", "default": "0"})])) == set()
}

test_passes_within_one_table if {
	found(script([{"name": "t", "columns": [{"name": "a", "type": "INT"}, {"name": "A", "type": "STRING"}]}])) == set()
}

test_passes_for_a_product_where_its_script_tells if {
	found([script([amount, table("u", {"name": "amount", "type": "STRING"})])]) == set()
}
