package bylaw.sql.join_conditional_test

import data.bylaw.sql.join_conditional as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc}

join(more) := {"statements": [{"joins": [object.union({"kind": "INNER", "table": "u", "using": []}, more)]}]}

comma(columns) := {"statements": [{
	"joins": [{"kind": "COMMA", "table": "u", "using": []}],
	"predicates": [{"clause": "WHERE", "columns": columns}, {"clause": "HAVING", "columns": ["a", "u.b", "t.b"]}],
}]}

test_fails_without_condition if {
	found(join({})) == {"u is joined without a condition"}
	found(join({"kind": "CROSS"})) == {"u is joined without a condition"}
	found({"statements": [{"joins": [{"kind": "LEFT", "using": []}]}]}) == {"a query is joined without a condition"}
}

test_fails_for_a_comma if {
	found(comma(["t.a", "T.b"])) == {"u is joined by a comma, and WHERE does not say how"}
	found(comma([])) == {"u is joined by a comma, and WHERE does not say how"}
}

test_passes_with_condition if {
	found(join({"condition": "t.a = u.a"})) == set()
	found(join({"using": ["a"]})) == set()
	found(join({"kind": "NATURAL INNER"})) == set()
	found(join({"lateral": true})) == set()
}

test_passes_for_a_comma_with_where if {
	found(comma(["t.a", "u.a"])) == set()
	found(comma(["a"])) == set()
}
