package bylaw.sql.container_comment_test

import data.bylaw.sql.container_comment as policy

given := {"types": ["SCHEMA"]}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.container_comment as given

created := {"kind": "CREATE SCHEMA", "target": {"type": "SCHEMA", "name": "s", "fullName": "c.s"}}

test_fails_without if found({"statements": [created]}) == {"the schema s has no comment"}

test_fails_where_the_comment_is_for_another if {
	found({"statements": [
		created,
		{"kind": "COMMENT ON", "target": {"type": "SCHEMA", "fullName": "c.t"}, "comment": "x"},
		{"kind": "COMMENT ON", "target": {"type": "TABLE", "fullName": "c.s"}, "comment": "x"},
		{"kind": "COMMENT ON", "target": {"type": "SCHEMA", "fullName": "c.s"}, "comment": ""},
	]}) == {"the schema s has no comment"}
}

test_passes_with_one if found({"statements": [object.union(created, {"comment": "x"})]}) == set()

test_passes_with_a_later_one if {
	found({"statements": [created, {"kind": "COMMENT ON", "target": {"type": "SCHEMA", "fullName": "C.S"}, "comment": "x"}]}) == set()
}

test_passes_for_other_types_and_statements if {
	found({"statements": [
		{"kind": "CREATE TABLE", "target": {"type": "TABLE", "name": "t"}},
		{"kind": "DROP SCHEMA", "target": {"type": "SCHEMA", "name": "s"}},
	]}) == set()
}
