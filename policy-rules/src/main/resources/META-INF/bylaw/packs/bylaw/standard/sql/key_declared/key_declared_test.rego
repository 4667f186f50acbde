package bylaw.sql.key_declared_test

import data.bylaw.sql.key_declared as policy

given := {"schemas": ["gold"]}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.key_declared as given

table(constraints) := {"kind": "CREATE TABLE", "index": 0, "target": {"name": "t", "fullName": "c.gold.t"}, "columns": [{"name": "Id", "nullable": false}, {"name": "b", "nullable": true}], "constraints": constraints}

key(column) := {"type": "PRIMARY KEY", "columns": [column]}

test_fails_without_key if {
	found({"statements": [table([{"type": "CHECK", "columns": ["id"]}])]}) == {"t has no primary key"}
}

test_fails_for_a_table_of_one_column if {
	found({"statements": [object.union(table([]), {"columns": [{"name": "Id", "nullable": false}]})]}) == {"t has no primary key"}
}

test_fails_where_another_table_has_it if {
	other := {"kind": "CREATE TABLE", "index": 1, "target": {"name": "u", "fullName": "c.silver.u"}, "constraints": [key("id")]}
	found({"statements": [table([]), other]}) == {"t has no primary key"}
}

test_fails_where_another_table_gets_it if {
	found({"statements": [table([]), {"kind": "ALTER TABLE", "index": 1, "target": {"fullName": "c.gold.u"}, "changes": [{"constraint": key("id")}]}]}) == {"t has no primary key"}
}

test_fails_for_a_key_that_may_be_null if found({"statements": [table([key("B")])]}) == {"the key column b of t may be null"}

test_passes_with_a_key if found({"statements": [table([key("id")])]}) == set()

test_passes_with_a_later_key if {
	found({"statements": [table([]), {"kind": "ALTER TABLE", "index": 1, "target": {"fullName": "C.gold.t"}, "changes": [{"constraint": key("id")}]}]}) == set()
}

test_passes_elsewhere if {
	found({"statements": [object.union(table([]), {"target": {"fullName": "c.silver.t", "name": "t"}})]}) == set()
	found({"statements": [object.union(table([]), {"columns": []})]}) == set()
	found({"statements": [object.union(table([]), {"kind": "CREATE VIEW"})]}) == set()
}
