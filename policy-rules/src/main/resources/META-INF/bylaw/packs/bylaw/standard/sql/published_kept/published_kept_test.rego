package bylaw.sql.published_kept_test

import data.bylaw.sql.published_kept as policy

given := {"schemas": ["gold"]}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.published_kept as given

statement(more) := {"statements": [object.union({"kind": "CREATE TABLE", "replace": true, "target": {"name": "t", "fullName": "c.gold.t"}}, more)]}

test_fails_where_it_is_replaced if found(statement({})) == {"the published table t is replaced"}

test_fails_where_it_is_overwritten if {
	found(statement({"kind": "INSERT OVERWRITE"})) == {"all rows of the published table t are overwritten"}
}

test_passes_for_one_partition if found(statement({"kind": "INSERT OVERWRITE", "partition": {"day": "1"}})) == set()

test_passes_where_it_is_made_once if {
	found(statement({"replace": false})) == set()
	found(statement({"kind": "CREATE VIEW"})) == set()
	found(statement({"kind": "INSERT INTO"})) == set()
}

test_passes_elsewhere if {
	found(statement({"target": {"name": "t", "fullName": "c.silver.t"}})) == set()
	found(statement({"kind": "INSERT OVERWRITE", "target": {"name": "t", "fullName": "c.silver.t"}})) == set()
}
