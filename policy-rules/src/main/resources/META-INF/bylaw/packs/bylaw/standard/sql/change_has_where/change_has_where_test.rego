package bylaw.sql.change_has_where_test

import data.bylaw.sql.change_has_where as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc}

change(kind, predicates) := {"statements": [{"kind": kind, "parsed": true, "target": {"name": "t"}, "predicates": predicates}]}

test_fails_without if {
	found(change("DELETE", [])) == {"DELETE hits every row of t"}
	found(change("UPDATE", [{"clause": "ON"}])) == {"UPDATE hits every row of t"}
}

test_passes_with_one if found(change("DELETE", [{"clause": "WHERE"}])) == set()

test_passes_for_other_statements if found(change("TRUNCATE TABLE", [])) == set()

test_passes_for_what_could_not_be_read if {
	found({"statements": [{"kind": "DELETE", "parsed": false, "target": {"name": "t"}}]}) == set()
}
