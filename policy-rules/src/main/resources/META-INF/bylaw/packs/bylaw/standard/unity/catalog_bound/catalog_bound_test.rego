package bylaw.unity.catalog_bound_test

import data.bylaw.unity.catalog_bound as policy

found(catalogs, bindings, workspaces) := all if {
	all := [finding.msg | some finding in policy.deny] with input as {"workspace": {"catalogs": catalogs, "workspace_bindings": bindings}}
		with data.parameters.unity.catalog_bound as {"environments": ["prod"], "workspaces": workspaces}
}

sales := {"name": "prod_sales", "isolation_mode": "ISOLATED"}

binding(type) := {"securable_name": "PROD_sales", "securable_type": type, "workspace_id": 1}

test_fails_without_a_binding if {
	wanted := ["the production catalog prod_sales is bound to no workspace"]
	found([sales], [{"securable_name": "other", "workspace_id": 1}], []) == wanted
	found([sales], [binding("external_location")], []) == wanted
}

test_fails_for_another_workspace if {
	found([sales], [binding("CATALOG")], [2, 3]) == ["the production catalog prod_sales is bound to workspace 1, which is not for production"]
}

test_fails_for_another_than_the_only_workspace if {
	found([sales], [binding("CATALOG")], [2]) == ["the production catalog prod_sales is bound to workspace 1, which is not for production"]
}

test_passes_with_one if {
	found([sales], [{"securable_name": "prod_sales", "workspace_id": 1}], [1, 2]) == []
	found([sales], [binding("catalog")], []) == []
}

test_passes_for_other_bindings_elsewhere if {
	found([sales], [binding("catalog"), {"securable_name": "prod_sales", "securable_type": "credential", "workspace_id": 9}], [1]) == []
	found([sales], [binding("catalog"), {"securable_name": "dev_sales", "workspace_id": 9}], [1]) == []
}

test_passes_for_other_catalogs if {
	found([object.union(sales, {"name": "dev"})], [binding("credential")], [2]) == []
	found([object.union(sales, {"isolation_mode": "OPEN"})], [binding("credential")], []) == []
	found([object.union(sales, {"isolation_mode": "OPEN"})], [binding("catalog")], [2]) == []
}

test_fails_in_any_environment if {
	dev := {"name": "dev", "isolation_mode": "ISOLATED"}
	found([dev], [binding("catalog")], []) == [] # not one of them
	count(policy.deny) == 1 with input as {"workspace": {"catalogs": [dev], "workspace_bindings": [binding("catalog")]}}
		with data.parameters.unity.catalog_bound as {"environments": ["*"], "workspaces": []}
}

test_passes_where_no_binding_is_known if found([sales], [], [2]) == []
