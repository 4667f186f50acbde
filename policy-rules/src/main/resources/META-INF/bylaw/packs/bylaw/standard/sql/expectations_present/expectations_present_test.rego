package bylaw.sql.expectations_present_test

import data.bylaw.sql.expectations_present as policy

given := {"schemas": ["silver"]}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.expectations_present as given

table(type, schema, expectations) := {"tables": [{"name": "t", "type": type, "fullName": sprintf("%s.t", [schema]), "expectations": expectations}]}

test_fails_without if {
	found(table("streaming table", "silver", [])) == {"the streaming table t has no expectation"}
	found(table("materialized view", "silver", [])) == {"the materialized view t has no expectation"}
}

test_passes_with_one if found(table("streaming table", "silver", [{"name": "e"}])) == set()

test_passes_elsewhere if {
	found(table("streaming table", "bronze", [])) == set()
	found(table("table", "silver", [])) == set()
}
