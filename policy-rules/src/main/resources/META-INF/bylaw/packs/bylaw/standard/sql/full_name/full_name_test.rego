package bylaw.sql.full_name_test

import data.bylaw.sql.full_name as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc}

reads(named) := {"statements": [{"kind": "SELECT", "reads": [named]}]}

test_fails_for_a_short_name if {
	found(reads({"name": "t", "fullName": "gold.t"})) == {"gold.t does not say its catalog and schema"}
	found({"statements": [{"kind": "INSERT INTO", "writes": [{"name": "t", "fullName": "t"}]}]}) == {"t does not say its catalog and schema"}
}

test_fails_for_what_the_script_does_not_make if {
	found({"statements": [
		{"kind": "ALTER TABLE", "target": {"name": "t", "fullName": "t"}},
		{"kind": "SELECT", "reads": [{"name": "t", "fullName": "t"}]},
	]}) == {"t does not say its catalog and schema"}
}

test_passes_for_a_full_name if found(reads({"name": "t", "fullName": "gold.t", "resolved": "c.gold.t"})) == set()

test_passes_for_a_path if found(reads({"name": "/mnt/x", "fullName": "delta./mnt/x"})) == set()

test_passes_for_what_the_script_makes if {
	found({"statements": [
		{"kind": "CREATE VIEW", "target": {"name": "V", "fullName": "V"}},
		{"kind": "SELECT", "reads": [{"name": "v", "fullName": "v"}]},
	]}) == set()
}

test_passes_for_what_is_not_known if found(reads({"alias": "x"})) == set()

test_passes_for_a_column if {
	found({"statements": [{"kind": "SELECT", "columnsRead": [{"name": "amount", "fullName": "amount"}]}]}) == set()
}
