package bylaw.sql.one_writer_test

import data.bylaw.sql.one_writer as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.one_writer as given

given := {"kinds": ["INSERT INTO"]}

script(path, kind, table) := {"path": path, "statements": [{"kind": kind, "writes": [{"resolved": table, "fullName": table}]}]}

test_fails_for_two_writers if {
	found([script("a.sql", "INSERT INTO", "c.s.T"), script("b.sql", "INSERT INTO", "c.s.t")]) == {
		"c.s.T is also written by b.sql",
		"c.s.t is also written by a.sql",
	}
}

test_fails_once_for_each_script if {
	twice := {"path": "a.sql", "statements": [
		{"kind": "INSERT INTO", "writes": [{"resolved": "c.s.t", "fullName": "s.t"}]},
		{"kind": "INSERT INTO", "writes": [{"resolved": "c.s.t", "fullName": "t"}]},
	]}
	found([twice, script("b.sql", "INSERT INTO", "c.s.t")]) == {"s.t is also written by b.sql", "c.s.t is also written by a.sql"}
}

behind(first) := found([
	{"path": "a.sql", "statements": [first, {"kind": "INSERT INTO", "writes": [{"resolved": "c.s.t", "fullName": "t"}]}]},
	script("b.sql", "INSERT INTO", "c.s.t"),
])

test_fails_behind_other_statements if {
	wanted := {"t is also written by b.sql", "c.s.t is also written by a.sql"}
	behind({"kind": "INSERT INTO", "writes": [{"resolved": "c.s.u", "fullName": "u"}]}) == wanted
	behind({"kind": "CREATE TABLE", "writes": [{"resolved": "c.s.t", "fullName": "s.t"}]}) == wanted
}

test_passes_for_one_writer if {
	found([script("a.sql", "INSERT INTO", "c.s.t"), script("b.sql", "INSERT INTO", "c.s.u"), script("c.sql", "CREATE TABLE", "c.s.t")]) == set()
}
