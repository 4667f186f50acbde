package bylaw.bundle.variable_resolved_test

import data.bylaw.bundle.variable_resolved as policy

findings(body) := found if {
	found := policy.deny with input as body
}

test_fails_for_a_variable_that_nobody_declares if {
	some finding in findings({"raw": {"resources": {"a": ["x-${var.size}"]}, "variables": {"other": {"value": 1}}}})
	finding.at == ["raw", "resources", "a", 0]
}

test_fails_without_a_value if {
	some finding in findings({"raw": {"variables": {"size": {"description": "d"}}}})
	finding.at == ["raw", "variables", "size"]
}

test_passes_with_a_value if count(findings({"raw": {"a": "${var.size}", "variables": {"size": {"value": "S"}}}})) == 0

test_passes_where_it_is_looked_up if {
	count(findings({"raw": {"a": "${var.policy.id}", "variables": {"policy": {"lookup": {"cluster_policy": "p"}}}}})) == 0
}
