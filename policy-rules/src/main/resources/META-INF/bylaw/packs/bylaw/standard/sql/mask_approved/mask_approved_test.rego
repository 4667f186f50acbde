package bylaw.sql.mask_approved_test

import data.bylaw.sql.mask_approved as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.mask_approved as given

given := {"schemas": ["sec.masks"]}

test_fails_for_another_schema if {
	wanted := {"the function a.b.f is in none of the schemas sec.masks"}
	found({"statements": [{"columns": [{"mask": {"function": "a.b.f"}}]}]}) == wanted
	found({"statements": [{"changes": [{"mask": {"function": "a.b.f"}}]}]}) == wanted
	found({"statements": [{"rowFilter": {"function": "a.b.f"}}]}) == wanted
	found({"statements": [{"policy": {"function": "a.b.f"}}]}) == wanted
}

made(more) := {"statements": [
	{"rowFilter": {"function": "Sec.masks.f"}},
	object.union({"kind": "CREATE FUNCTION", "target": {"fullName": "sec.masks.F"}}, more),
]}

test_fails_for_python if found(made({"language": "LANGUAGE Python"})) == {"the function sec.masks.F protects data and is written in Python"}

test_fails_where_it_is_not_deterministic if found(made({"deterministic": false})) == {"the function sec.masks.F protects data and is not deterministic"}

test_passes_for_an_approved_one if found(made({"deterministic": true, "language": "LANGUAGE SQL"})) == set()

test_passes_for_a_procedure_of_that_name if found(made({"kind": "CREATE PROCEDURE", "language": "LANGUAGE PYTHON"})) == set()

test_passes_for_other_functions if {
	found({"statements": [{"kind": "CREATE FUNCTION", "target": {"fullName": "g"}, "deterministic": false}]}) == set()
}

test_passes_where_no_schema_is_approved if {
	count(policy.deny) == 0 with input as {"sql": {"statements": [{"rowFilter": {"function": "f"}}]}}
		with data.parameters.sql.mask_approved as {"schemas": []}
}
