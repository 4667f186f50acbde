package bylaw.sql.columns_commented_test

import data.bylaw.sql.columns_commented as policy

given := {"percent": 75}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.columns_commented as given

table(comments) := {"state": {"tables": [{"name": "t", "columns": [{"name": sprintf("c%d", [i]), "comment": c} | some i, c in comments]}]}}

test_fails_below_the_share if {
	found(table(["x", " ", "x"])) == {"1 of 3 columns of t have no comment: c1"}
}

test_fails_one_percent_below_the_share if {
	count(policy.deny) == 1 with input as {"sql": table(["x", "x", ""])}
		with data.parameters.sql.columns_commented as {"percent": 67}
}

test_passes_at_the_share if found(table(["x", "x", "x", ""])) == set()

test_passes_without_columns if found(table([])) == set()

test_passes_for_a_temporary_view if {
	view := {"statements": [{"kind": "CREATE VIEW", "modifiers": ["temporary"], "target": {"name": "t"}}]}
	found(object.union(table([""]), view)) == set()
}
