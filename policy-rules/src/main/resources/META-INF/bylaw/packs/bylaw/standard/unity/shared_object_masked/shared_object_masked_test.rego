package bylaw.unity.shared_object_masked_test

import data.bylaw.unity.shared_object_masked as policy

findings(body) := found if {
	found := policy.deny with input as {"workspace": body}
		with data.parameters.unity.shared_object_masked as params
}

params := {"keys": ["pii"], "harmless": ["none"]}

workspace(mask) := {
	"tables": [{"full_name": "sales.core.orders", "columns": [object.union({"name": "email"}, mask)]}],
	"tags": [{"entity_type": "columns", "entity_name": "sales.core.orders.email", "tag_key": "pii", "tag_value": "high"}],
	"shares": [{"name": "partners", "objects": [{"name": "sales.core.prices"}, {"name": "sales.core.Orders"}]}],
}

test_fails_without_a_mask if {
	count(findings(workspace({}))) == 1
	some finding in findings(workspace({}))
	finding.at == ["workspace", "shares", 0, "objects", 1, "name"]
}

test_passes_with_a_mask if count(findings(workspace({"mask": {"function_name": "f"}}))) == 0
