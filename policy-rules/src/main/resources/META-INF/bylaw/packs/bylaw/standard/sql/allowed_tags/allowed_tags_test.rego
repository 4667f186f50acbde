package bylaw.sql.allowed_tags_test

import data.bylaw.sql.allowed_tags as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.allowed_tags as given

given := {"keys": ["pii", "domain"], "values": {"pii": ["high", "low"]}}

test_fails_for_another_key if {
	found({"statements": [{"tags": {"PII": "high"}}]}) == {"the tag PII is not one of pii, domain"}
}

test_fails_for_another_value if {
	found({"statements": [{"changes": [{"column": "a", "tags": {"pii": "yes"}}]}]}) == {`the tag pii has the value "yes", not one of high, low`}
	found({"statements": [{"columns": [{"name": "a", "tags": {"pii": "no"}}]}]}) == {`the tag pii has the value "no", not one of high, low`}
}

test_passes_for_agreed_tags if found({"statements": [{"tags": {"pii": "high", "domain": "x"}}]}) == set()

test_passes_where_nothing_is_agreed_on if {
	count(policy.deny) == 0 with input as {"sql": {"statements": [{"tags": {"x": "y"}}]}}
		with data.parameters.sql.allowed_tags as {"keys": [], "values": {}}
}

test_fails_for_another_key_than_the_only_one if {
	count(policy.deny) == 1 with input as {"sql": {"statements": [{"tags": {"x": "y"}}]}}
		with data.parameters.sql.allowed_tags as {"keys": ["pii"], "values": {}}
}

test_fails_once_for_a_table_that_is_changed if {
	count(policy.deny) == 1 with input as {"sql": {"statements": [{"tags": {"x": "y"}, "changes": [{"action": "SET TAGS", "tags": {"x": "y"}}]}]}}
		with data.parameters.sql.allowed_tags as given
}
