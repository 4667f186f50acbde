package bylaw.sql.personal_data_masked_test

import data.bylaw.sql.personal_data_masked as policy

given := {"tags": ["pii"], "harmless": ["none"]}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.personal_data_masked as given

table(column) := {"state": {"tables": [{"name": "t", "type": "table", "columns": [column]}]}}

tagged := table({"name": "c", "tags": {"pii": "high"}})

policy_for(tag, action) := {"statements": [{"policy": {"action": action}, "functions": [{"name": "has_tag", "arguments": [sprintf("'%s'", [tag])]}]}]}

test_fails_without_a_mask if found(tagged) == {"t.c is tagged pii and has no mask"}

test_fails_where_the_policy_follows_another_tag if {
	found(object.union(tagged, policy_for("team", "COLUMN MASK"))) == {"t.c is tagged pii and has no mask"}
	found(object.union(tagged, policy_for("pii", "ROW FILTER"))) == {"t.c is tagged pii and has no mask"}
}

test_fails_where_the_policy_asks_for_no_tag if {
	other := {"statements": [{"policy": {"action": "COLUMN MASK"}, "functions": [{"name": "is_account_group_member", "arguments": ["'pii'"]}]}]}
	found(object.union(tagged, other)) == {"t.c is tagged pii and has no mask"}
}

test_passes_with_a_mask if found(table({"name": "c", "tags": {"pii": "high"}, "mask": "m"})) == set()

test_passes_where_a_policy_follows_the_tag if found(object.union(tagged, policy_for("pii", "COLUMN MASK"))) == set()

test_passes_for_harmless_values_and_other_tags if found(table({"name": "c", "tags": {"pii": "None", "team": "x"}})) == set()

test_passes_for_a_view if {
	found({"state": {"tables": [{"name": "t", "type": "view", "columns": [{"name": "c", "tags": {"pii": "high"}}]}]}}) == set()
}
