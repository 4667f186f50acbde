package bylaw.unity.personal_data_protected_test

import data.bylaw.unity.personal_data_protected as policy

findings(body) := found if {
	found := policy.deny with input as {"workspace": body}
		with data.parameters.unity.personal_data_protected as params
}

params := {"keys": ["pii"], "harmless": ["none"]}

workspace(table, tag, policies) := {
	"tables": [object.union({"full_name": "sales.core.orders"}, table)],
	"tags": [object.union({"entity_type": "columns", "entity_name": "sales.core.orders.email", "tag_key": "pii", "tag_value": "high"}, tag)],
	"abac_policies": policies,
}

policy_on(name, key) := {
	"policy_type": "COLUMN_MASK",
	"on_securable_fullname": name,
	"match_columns": [{"condition": sprintf("hasTag('%s')", [key])}],
}

of_table := {"entity_type": "tables", "entity_name": "Sales.core.orders"}

test_fails_without_protection if {
	some finding in findings(workspace({}, {}, []))
	finding.at == ["workspace", "tags", 0, "entity_name"]
}

test_fails_where_another_column_is_masked if {
	count(findings(workspace({"columns": [{"name": "id", "mask": {"function_name": "f"}}, {"name": "email"}]}, {}, []))) == 1
}

test_fails_where_no_policy_fits if {
	count(findings(workspace({}, {}, [policy_on("sales.core.orders2", "pii")]))) == 1
	count(findings(workspace({}, {}, [policy_on("sales.core.ord", "pii")]))) == 1
	count(findings(workspace({}, {}, [policy_on("sales", "geo")]))) == 1
	count(findings(workspace({}, {}, [object.union(policy_on("sales", "pii"), {"policy_type": "GRANT"})]))) == 1
}

test_fails_for_a_table if count(findings(workspace({"columns": [{"name": "id"}]}, of_table, []))) == 1

test_passes_with_a_mask if count(findings(workspace({"columns": [{"name": "Email", "mask": {"function_name": "f"}}]}, {}, []))) == 0

test_passes_with_a_row_filter if count(findings(workspace({"row_filter": {"function_name": "f"}}, {}, []))) == 0

test_passes_for_a_table_with_a_mask if count(findings(workspace({"columns": [{"name": "id", "mask": {}}]}, of_table, []))) == 0

test_passes_with_a_policy if {
	count(findings(workspace({}, {}, [policy_on("sales", "pii")]))) == 0
	count(findings(workspace({}, {}, [policy_on("SALES.core.orders", "pii")]))) == 0
	count(findings(workspace({}, {}, [{"policy_type": "ROW_FILTER", "on_securable_fullname": "sales.core", "when_condition": "hasTagValue(\"pii\", \"high\")"}]))) == 0
}

test_passes_where_the_tag_says_none if count(findings(workspace({}, {"tag_value": "None"}, []))) == 0

test_passes_for_a_table_that_is_not_seen if count(findings(workspace({}, {"entity_name": "sales.core.other.email"}, []))) == 0

test_passes_for_a_schema if count(findings(workspace({}, {"entity_type": "schemas", "entity_name": "sales.core"}, []))) == 0

test_passes_for_a_volume_of_that_name if count(findings(workspace({}, {"entity_type": "volumes", "entity_name": "sales.core.orders"}, []))) == 0

test_passes_with_another_tag if count(findings(workspace({}, {"tag_key": "layer"}, []))) == 0

test_a_name_of_parts if {
	count(policy.deny) == 1 with input as {"workspace": {
		"tables": [{"catalog_name": "sales", "schema_name": "core", "name": "orders"}],
		"tags": [{"entity_type": "columns", "entity_name": "sales.core.orders.email", "tag_key": "PII"}],
	}}
		with data.parameters.unity.personal_data_protected as params
}
