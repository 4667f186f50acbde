package bylaw.mesh.private_tables_test

import data.bylaw.mesh.private_tables as policy

orders := {
	"product": {"name": "orders", "domain": "sales"},
	"contracts": [{"servers": [{"catalog": "sales", "schema": "gold"}], "schema": [{"name": "orders"}, {"name": "o", "physicalName": "day"}, {"name": "x", "physicalName": "sales.gold.full"}]}],
	"state": {"tables": [{"fullName": f} | some f in ["sales.gold.orders", "sales.gold.day", "sales.gold.full", "sales.silver.orders"]]},
}

found(domain, table, within) := all if all := {finding.msg | some finding in policy.deny} with input as {"products": [orders, {"product": {"domain": domain}, "sql": [{"statements": [{"reads": [{"fullName": table}]}]}]}]}
	with data.parameters.mesh.private_tables as {"within_domain": within}

test_fails_for_a_private_table if found("crm", "Sales.silver.orders", true) == {"Sales.silver.orders is a private table of orders"}

test_fails_within_the_domain_where_that_is_not_allowed if {
	found("sales", "sales.silver.orders", false) == {"sales.silver.orders is a private table of orders"}
}

test_passes_within_the_domain if found("sales", "sales.silver.orders", true) == set()

test_passes_for_a_published_table if found("crm", "sales.gold.ORDERS", true) == set()

test_passes_for_a_physical_name if found("crm", "sales.gold.day", true) == set()

test_passes_for_a_full_physical_name if found("crm", "sales.gold.full", true) == set()

test_passes_for_a_table_of_nobody if found("crm", "other.gold.t", true) == set()

test_passes_for_a_table_of_its_own if {
	both := object.union(orders, {"sql": [{"statements": [{"reads": [{"fullName": "sales.silver.orders"}]}]}]})
	count(policy.deny) == 0 with input as {"products": [both]} with data.parameters.mesh.private_tables as {"within_domain": false}
}
