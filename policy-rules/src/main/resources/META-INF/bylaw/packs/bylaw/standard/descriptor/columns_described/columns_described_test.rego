package bylaw.descriptor.columns_described_test

import data.bylaw.descriptor.columns_described as policy

found(columns) := all if all := {finding.msg | some finding in policy.deny} with input as {"contract": {"schema": [{"name": "t", "columns": columns}]}}
	with data.parameters.descriptor.columns_described as {"min_percent": 50, "placeholders": ["tbd"]}

named(names) := [{"name": name} | some name in names]

described(names) := [{"name": name, "description": "What it is"} | some name in names]

test_fails_below_the_threshold if {
	found(array.concat(named(["a", "b"]), described(["c"]))) == {"2 of 3 columns of t are not described: a, b"}
}

test_fails_and_tells_the_share if {
	[finding.found | some finding in policy.deny] == [25] with input as {"contract": {"schema": [{"columns": array.concat(named(["a", "b", "c"]), described(["d"]))}]}}
		with data.parameters.descriptor.columns_described as {"min_percent": 50, "placeholders": []}
}

test_fails_for_a_placeholder if found([{"name": "a", "description": "TBD"}]) == {"1 of 1 columns of t are not described: a"}

test_fails_and_names_the_first_five if {
	found(named(["a", "b", "c", "d", "e"])) == {"5 of 5 columns of t are not described: a, b, c, d, e"}
	found(named(["a", "b", "c", "d", "e", "f"])) == {"6 of 6 columns of t are not described: a, b, c, d, e, ..."}
}

test_passes_at_the_threshold if found(array.concat(named(["a"]), described(["b"]))) == set()

test_passes_without_columns if found([]) == set()

test_passes_where_more_than_all_is_asked_for if {
	count(policy.deny) == 0 with input as {"contract": {"schema": [{"columns": described(["a"])}]}}
		with data.parameters.descriptor.columns_described as {"min_percent": 101, "placeholders": []}
}
