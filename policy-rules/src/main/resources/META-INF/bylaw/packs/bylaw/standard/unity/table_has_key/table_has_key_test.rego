package bylaw.unity.table_has_key_test

import data.bylaw.unity.table_has_key as policy

findings(body) := found if {
	found := policy.deny with input as {"table": body}
		with data.parameters.unity.table_has_key as params
}

params := {"types": ["MANAGED"]}

test_fails_without_a_key if {
	count(findings({"name": "orders", "table_type": "MANAGED"})) == 1
	count(findings({"name": "orders", "table_type": "MANAGED", "table_constraints": [{"foreign_key_constraint": {}}]})) == 1
}

test_passes_with_a_key if {
	count(findings({"name": "orders", "table_type": "MANAGED", "table_constraints": [{"primary_key_constraint": {"name": "pk"}}]})) == 0
}

test_passes_for_a_view if count(findings({"name": "orders", "table_type": "VIEW"})) == 0
