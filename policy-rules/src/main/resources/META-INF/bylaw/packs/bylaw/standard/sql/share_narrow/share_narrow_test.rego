package bylaw.sql.share_narrow_test

import data.bylaw.sql.share_narrow as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.share_narrow as given

given := {"partition": false, "tags": ["pii"]}

share(change) := {"statements": [{"kind": "ALTER SHARE", "target": {"name": "s"}, "changes": [change]}]}

table := {"action": "ADD TABLE", "object": "gold.t", "history": false, "partitioned": false}

test_fails_for_a_schema if {
	found(share({"action": "ADD SCHEMA", "object": "gold"})) == {"the share s gets the whole schema gold"}
	found(share({"action": "ADD DATABASE", "object": "gold"})) == {"the share s gets the whole schema gold"}
}

test_fails_for_history if found(share(object.union(table, {"history": true}))) == {"the share s gets the history of gold.t"}

holding(name, column) := object.union(share(table), {"state": {"tables": [{"name": "t", "fullName": name, "columns": [column]}]}})

test_fails_for_personal_data if {
	wanted := {"the share s gets the personal data email of gold.t"}
	found(holding("c.gold.T", {"name": "email", "tags": {"pii": "high"}})) == wanted
	found(holding("gold.t", {"name": "email", "tags": {"pii": "high"}})) == wanted
}

test_fails_without_partition_where_one_is_wanted if {
	messages := {f.msg | some f in policy.deny} with input as {"sql": share(table)}
		with data.parameters.sql.share_narrow as {"partition": true, "tags": []}
	messages == {"the share s gets all partitions of gold.t"}
}

test_passes_for_a_partition if {
	count(policy.deny) == 0 with input as {"sql": share(object.union(table, {"partitioned": true}))}
		with data.parameters.sql.share_narrow as {"partition": true, "tags": []}
}

test_passes_for_a_view_without_partitions if {
	count(policy.deny) == 0 with input as {"sql": share({"action": "ADD VIEW", "object": "gold.v"})}
		with data.parameters.sql.share_narrow as {"partition": true, "tags": []}
}

test_passes_for_a_table if found(holding("c.gold.t", {"name": "email", "mask": "m", "tags": {"pii": "high"}})) == set()

test_passes_for_another_table if found(holding("c.gold.t2", {"name": "email", "tags": {"pii": "high"}})) == set()

test_passes_for_columns_without_personal_data if {
	found(holding("c.gold.t", {"name": "amount"})) == set()
	found(holding("c.gold.t", {"name": "amount", "tags": {"team": "x"}})) == set()
}

test_passes_for_what_is_taken_away if {
	found(share({"action": "REMOVE SCHEMA", "object": "gold"})) == set()
	found(object.union(holding("gold.t", {"name": "email", "tags": {"pii": "high"}}), share({"action": "REMOVE TABLE", "object": "gold.t"}))) == set()
}

test_passes_for_what_is_no_share if {
	found({"statements": [{"kind": "ALTER PIPELINE", "target": {"name": "s"}, "changes": [{"action": "ADD SCHEMA", "object": "gold"}]}]}) == set()
}
