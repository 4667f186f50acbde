package bylaw.sql.owner_set_test

import data.bylaw.sql.owner_set as policy

given := {"types": ["SCHEMA"]}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.owner_set as given

created := {"kind": "CREATE SCHEMA", "target": {"type": "SCHEMA", "name": "s", "fullName": "c.s"}}

test_fails_without if found({"statements": [created]}) == {"the schema s gets no owner"}

test_fails_where_another_gets_one if {
	found({"statements": [
		created,
		{"kind": "ALTER SCHEMA", "owner": "g", "target": {"type": "SCHEMA", "fullName": "c.t"}},
		{"kind": "ALTER TABLE", "owner": "g", "target": {"type": "TABLE", "fullName": "c.s"}},
	]}) == {"the schema s gets no owner"}
}

test_passes_with_one if {
	found({"statements": [created, {"kind": "ALTER SCHEMA", "owner": "g", "target": {"type": "SCHEMA", "fullName": "c.s"}}]}) == set()
}

test_passes_for_what_is_temporary_or_of_another_type if {
	found({"statements": [
		{"kind": "CREATE SCHEMA", "modifiers": ["temporary"], "target": {"type": "SCHEMA", "name": "s"}},
		{"kind": "CREATE FUNCTION", "target": {"type": "FUNCTION", "name": "f"}},
		{"kind": "DROP SCHEMA", "target": {"type": "SCHEMA", "name": "s"}},
	]}) == set()
}

proposed(owner) := fixes if fixes := [finding.fix | some finding in policy.deny] with input as {"sql": {"statements": [created]}}
	with data.parameters.sql.owner_set as object.union(given, {"owner": owner})

test_fails_and_proposes_an_owner if {
	proposed("g") == [[{"insert": ";\nALTER SCHEMA s OWNER TO `g`", "after": ["sql", "statements", 0]}]]
}

test_fails_and_proposes_no_owner if proposed("") == [[]]
