package bylaw.warehouse.required_tags_test

import data.bylaw.warehouse.required_tags as policy

findings(body) := found if {
	found := policy.deny with input as {"warehouse": body}
		with data.parameters.warehouse.required_tags as params
}

params := {"required": ["owner", "cost_center"], "values": {"environment": ["dev", "prod"]}}

test_fails_without_tags if count(findings({"name": "bi"})) == 1

test_fails_with_a_missing_tag if {
	some finding in findings({"tags": {"owner": "o"}})
	finding.msg == "the warehouse lacks the tags cost_center"
}

test_fails_with_a_value_that_is_not_allowed if {
	some finding in findings({"tags": {"owner": "o", "cost_center": "1", "environment": "qa"}})
	finding.at == ["warehouse", "tags", "environment"]
}

test_passes_with_all if count(findings({"tags": {"owner": "o", "cost_center": "1", "environment": "dev"}})) == 0

test_passes_where_a_tag_is_not_known_yet if {
	count(policy.deny) == 0 with input as {"warehouse": {"tags": {}}, "unknown": [{"pointer": "/warehouse/tags/owner"}]}
		with data.parameters.warehouse.required_tags as params
}

test_fails_where_something_else_is_not_known_yet if {
	count(policy.deny) == 1 with input as {"warehouse": {"tags": {}}, "unknown": [{"pointer": "/warehouse/name"}]}
		with data.parameters.warehouse.required_tags as params
}
