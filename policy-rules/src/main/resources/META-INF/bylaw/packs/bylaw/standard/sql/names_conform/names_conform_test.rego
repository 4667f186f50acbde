package bylaw.sql.names_conform_test

import data.bylaw.sql.names_conform as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.names_conform as given

given := {"conventions": [{"object": "table", "style": "lower_snake"}, {"object": "view", "style": "lower_snake"}], "long": {"cust": "customer"}}

upper_case := {"conventions": [{"object": "table", "style": "UPPER_SNAKE"}], "long": {}}

statement(type, name) := {"statements": [{"kind": sprintf("CREATE %s", [type]), "target": {"type": type, "name": name, "fullName": name}}]}

test_fails_and_proposes if {
	found(statement("TABLE", "Daily Revenue")) == {"the table name Daily Revenue breaks the convention; write daily_revenue"}
	found(statement("MATERIALIZED VIEW", "custRevenue")) == {"the view name custRevenue breaks the convention; write customer_revenue"}
	found(statement("STREAMING TABLE", "Raw")) == {"the table name Raw breaks the convention; write raw"}
}

test_fails_for_a_name_in_lower_case if {
	{f.msg | some f in policy.deny} == {"the table name orders breaks the convention; write ORDERS"} with input as {"sql": statement("TABLE", "orders")}
		with data.parameters.sql.names_conform as upper_case
}

test_fails_in_its_layer_and_domain if {
	doc := {"subject": {"domain": "sales"}, "sql": {"statements": [{"kind": "CREATE TABLE", "target": {"type": "TABLE", "name": "orders", "fullName": "c.gold.orders"}}]}}
	{f.msg | some f in policy.deny} == {"the table name orders breaks the convention; write sales_orders"} with input as doc
		with data.parameters.sql.names_conform as {"conventions": [{"object": "table", "layer": "gold", "prefix": "{domain}_"}], "long": {}}
}

test_fails_in_the_layer_that_the_name_says if {
	doc := {"subject": {"domain": "sales", "layer": "bronze"}, "sql": {"statements": [{"kind": "CREATE TABLE", "target": {"type": "TABLE", "name": "Orders", "fullName": "c.gold.Orders"}}]}}
	count(policy.deny) == 1 with input as doc
		with data.parameters.sql.names_conform as {"conventions": [{"object": "table", "layer": "gold", "style": "lower_snake"}], "long": {}}
}

test_fails_and_proposes_nothing_for_a_pattern if {
	[finding.fix | some finding in policy.deny] == [[]] with input as {"sql": statement("TABLE", "orders")}
		with data.parameters.sql.names_conform as {"conventions": [{"object": "table", "pattern": "^t_"}], "long": {}}
}

test_passes_for_names_that_conform if found(statement("TABLE", "daily_revenue")) == set()

test_passes_without_a_convention if found(statement("SCHEMA", "Gold")) == set()

test_passes_in_upper_case if {
	count(policy.deny) == 0 with input as {"sql": statement("TABLE", "ORDERS")}
		with data.parameters.sql.names_conform as upper_case
}

test_passes_for_what_is_temporary_or_not_made_here if {
	found({"statements": [
		{"kind": "CREATE VIEW", "modifiers": ["temporary"], "target": {"type": "VIEW", "name": "Tmp"}},
		{"kind": "DROP TABLE", "target": {"type": "TABLE", "name": "Old"}},
	]}) == set()
}

test_fails_and_proposes_a_name_at_all_places if {
	named := {"type": "TABLE", "name": "A B", "fullName": "s.A B"}
	document := {"statements": [
		{"kind": "CREATE TABLE", "target": named},
		{"kind": "GRANT", "securable": {"type": "TABLE", "name": "s.a b"}},
		{"kind": "DROP POLICY", "policy": {"name": "s.a b"}, "columnsRead": [{"name": "a b", "fullName": "s.a b"}]},
		{"kind": "SELECT", "reads": [{"name": "c", "fullName": "s.c"}, {"name": "a b", "fullName": "s.a b"}]},
	]}
	[[fix]] = [finding.fix | some finding in policy.deny] with input as {"sql": document}
		with data.parameters.sql.names_conform as given
	fix.to == "a_b"
	{path | some path in fix.rename} == {
		["sql", "statements", 0, "target", "name"],
		["sql", "statements", 1, "securable", "name"],
		["sql", "statements", 3, "reads", 1, "name"],
	}
}
