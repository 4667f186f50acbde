package bylaw.unity.commented_test

import data.bylaw.unity.commented as policy

findings(body) := found if {
	found := policy.deny with input as body
}

test_fails_without_a_comment if {
	count(findings({"catalog": {"name": "sales"}})) == 1
	count(findings({"schema": {"name": "gold"}})) == 1
	count(findings({"volume": {"name": "files"}})) == 1
	count(findings({"share": {"name": "partners"}})) == 1
}

test_fails_with_a_blank_one if {
	some finding in findings({"table": {"name": "orders", "comment": " "}})
	finding.at == ["table", "comment"]
}

test_fails_where_something_else_is_not_known_yet if {
	count(findings({"table": {"name": "orders"}, "unknown": [{"pointer": "/table/owner"}]})) == 1
}

test_passes_with_a_comment if count(findings({"table": {"name": "orders", "comment": "All orders"}})) == 0

test_passes_where_it_is_not_known_yet if {
	count(findings({"table": {"name": "orders"}, "unknown": [{"pointer": "/table/comment"}]})) == 0
}
