package bylaw.unity.owned_by_team_test

import data.bylaw.unity.owned_by_team as policy

findings(body) := found if {
	found := policy.deny with input as body
}

test_fails_for_a_person if {
	count(findings({"table": {"name": "orders", "owner": "ann@example.com"}})) == 1
	count(findings({"external_location": {"owner": "ann@example.com"}})) == 1
	count(findings({"storage_credential": {"owner": "ann@example.com"}})) == 1
	count(findings({"recipient": {"owner": "ann@example.com"}})) == 1
}

test_passes_for_a_group if count(findings({"table": {"name": "orders", "owner": "orders-owners"}})) == 0
