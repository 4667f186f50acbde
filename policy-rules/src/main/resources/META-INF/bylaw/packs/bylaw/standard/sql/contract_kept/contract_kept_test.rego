package bylaw.sql.contract_kept_test

import data.bylaw.sql.contract_kept as policy

given := {"schemas": ["gold"]}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.contract_kept as given

alter(change) := {"statements": [{"kind": "ALTER TABLE", "target": {"name": "t", "fullName": "c.gold.t"}, "changes": [change]}]}

test_fails_for_a_lost_column if found(alter({"action": "DROP COLUMNS", "dropped": ["a", "b"]})) == {"t loses its column a", "t loses its column b"}

test_fails_for_a_renamed_column if found(alter({"action": "RENAME COLUMN", "column": "a", "to": "b"})) == {"t renames its column a to b"}

test_fails_for_another_type if found(alter({"action": "ALTER COLUMN", "column": "a", "type": "INT"})) == {"t changes its column a to INT"}

test_fails_for_not_null if found(alter({"action": "ALTER COLUMN", "column": "a", "nullable": false})) == {"t takes no more nulls in its column a"}

test_fails_for_replaced_columns if found(alter({"action": "REPLACE COLUMNS", "columns": []})) == {"t replaces all its columns"}

test_fails_for_a_renamed_table if found(alter({"action": "RENAME", "to": "u"})) == {"t gets the name u"}

test_fails_for_a_renamed_view if found({"statements": [{"kind": "ALTER VIEW", "target": {"name": "v", "fullName": "c.gold.v", "schema": "gold"}, "changes": [{"action": "RENAME", "to": "w"}]}]}) == {"v gets the name w"}

test_passes_for_compatible_changes if {
	found(alter({"action": "ADD COLUMNS", "columns": [{"name": "a", "type": "INT"}]})) == set()
	found(alter({"action": "ALTER COLUMN", "column": "a", "nullable": true})) == set()
	found(alter({"action": "ALTER COLUMN", "column": "a", "comment": "x"})) == set()
	found(alter({"action": "ADD COLUMN", "column": "a", "type": "INT"})) == set()
	found(alter({"action": "SYNC IDENTITY", "column": "a", "to": "b"})) == set()
	found(alter({"action": "DROP CONSTRAINT", "dropped": ["k"]})) == set()
	found(alter({"action": "SET OWNER", "to": "g"})) == set()
}

test_passes_elsewhere if {
	found({"statements": [{"kind": "ALTER TABLE", "target": {"name": "t", "fullName": "c.silver.t"}, "changes": [{"action": "RENAME", "to": "u"}]}]}) == set()
	found({"statements": [{"kind": "ALTER SCHEMA", "target": {"name": "t", "schema": "gold"}, "changes": [{"action": "RENAME", "to": "u"}]}]}) == set()
}

product(target) := changed("silver", "ALTER TABLE", target)

changed(schema, kind, target) := messages if messages := {finding.msg | some finding in policy.deny} with input as {
	"contracts": [{"servers": [{"catalog": "c", "schema": schema}], "schema": [{"name": "orders", "physicalName": "ORDERS_V1"}]}],
	"sql": [{"statements": [{"kind": kind, "target": target, "changes": [{"action": "RENAME", "to": "u"}]}]}],
}
	with data.parameters.sql.contract_kept as given

test_fails_for_a_table_that_a_contract_names if {
	product({"name": "Orders", "fullName": "c.silver.Orders"}) == {"Orders, which a contract names, gets the name u"}
	product({"name": "orders_v1", "fullName": "c.silver.orders_v1"}) == {"orders_v1, which a contract names, gets the name u"}
}

test_fails_for_a_view_that_a_contract_names if changed("silver", "ALTER VIEW", {"name": "orders", "fullName": "c.silver.orders"}) == {"orders, which a contract names, gets the name u"}

test_passes_for_a_table_that_none_names if product({"name": "lines", "fullName": "c.silver.lines"}) == set()

test_passes_where_the_script_is_judged_by_itself if {
	changed("gold", "ALTER TABLE", {"name": "orders", "fullName": "c.gold.orders"}) == set()
}

test_passes_for_what_is_no_table if {
	changed("silver", "ALTER VOLUME", {"name": "orders", "fullName": "c.silver.orders"}) == set()
}
