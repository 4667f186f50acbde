package bylaw.sql.column_name_test

import data.bylaw.sql.column_name as policy

given := {"style": "lower_snake", "keywords": ["date"]}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.column_name as given

table(name) := {"tables": [{"columns": [{"name": name}]}]}

test_fails_for_upper_case_and_blanks if {
	found(table("Net Amount")) == {`the column name "Net Amount" breaks the style lower_snake; write net_amount`}
}

test_fails_for_a_keyword if {
	found(table("date")) == {"the column name date is a word of SQL; say which date it is, such as order_date"}
}

test_fails_for_a_new_and_a_renamed_column if {
	found({"statements": [{"changes": [{"action": "ADD COLUMNS", "columns": [{"name": "A"}]}, {"action": "RENAME COLUMN", "to": "B"}]}]}) == {
		`the column name "A" breaks the style lower_snake; write a`,
		`the column name "B" breaks the style lower_snake; write b`,
	}
}

test_passes_for_plain_names if found(table("net_amount_2")) == set()

test_passes_for_the_name_of_a_table if found({"statements": [{"changes": [{"action": "RENAME", "to": "B"}]}]}) == set()

proposed(statements) := fixes if fixes := [finding.fix | some finding in policy.deny] with input as {"sql": {"tables": [{"columns": [{"name": "tripDay"}]}], "statements": statements}}
	with data.parameters.sql.column_name as given

test_fails_and_proposes_a_name_at_all_places if {
	[[fix]] = proposed([
		{"columns": [{"name": "tripDay"}], "constraints": [{"columns": ["a", "TripDay"]}], "clustering": {"columns": ["tripday"]}},
		{"columnsRead": [{"name": "tripDay"}], "columnsWritten": [{"name": "b"}], "reads": [{"name": "tripDay"}], "changes": [{"column": "tripDay"}]},
	])
	fix.to == "trip_day"
	{path | some path in fix.rename} == {
		["sql", "tables", 0, "columns", 0, "name"],
		["sql", "statements", 0, "columns", 0, "name"],
		["sql", "statements", 0, "constraints", 0, "columns", 1],
		["sql", "statements", 0, "clustering", "columns", 0],
		["sql", "statements", 1, "columnsRead", 0, "name"],
		["sql", "statements", 1, "changes", 0, "column"],
	}
}

test_fails_and_proposes_a_name_where_another_table_has_other_columns if {
	[[fix]] = proposed([{"columns": [{"name": "tripDay"}]}, {"columns": [{"name": "fare"}]}])
	fix.to == "trip_day"
}

test_fails_and_proposes_none_for_a_column_of_two_tables if {
	proposed([{"columns": [{"name": "tripDay"}]}, {"columns": [{"name": "TripDay"}]}]) == [[]]
}
