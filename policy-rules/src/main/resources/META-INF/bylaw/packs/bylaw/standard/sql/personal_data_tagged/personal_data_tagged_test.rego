package bylaw.sql.personal_data_tagged_test

import data.bylaw.sql.personal_data_tagged as policy

given := {"names": [`(^|_)email(_|$)`], "tags": ["pii"]}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.personal_data_tagged as given

table(type, column) := {"state": {"tables": [{"name": "t", "type": type, "columns": [column]}]}}

test_fails_without_a_tag if {
	found(table("table", {"name": "Work_Email"})) == {"t.Work_Email looks like personal data and has no tag pii"}
	found(table("streaming table", {"name": "email", "tags": {"team": "x"}})) == {"t.email looks like personal data and has no tag pii"}
}

test_passes_with_a_tag if found(table("table", {"name": "email", "tags": {"PII": "high"}})) == set()

test_passes_with_a_tag_of_the_table if {
	found({"state": {"tables": [{"name": "t", "type": "table", "tags": {"pii": "none"}, "columns": [{"name": "email"}]}]}}) == set()
}

test_passes_for_other_columns if found(table("table", {"name": "emails_sent"})) == set()

test_passes_for_a_view if found(table("view", {"name": "email"})) == set()
