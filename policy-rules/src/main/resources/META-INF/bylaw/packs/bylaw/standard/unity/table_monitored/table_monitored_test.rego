package bylaw.unity.table_monitored_test

import data.bylaw.unity.table_monitored as policy

table(schema, kind) := {"name": "Orders", "catalog_name": "sales", "schema_name": schema, "table_type": kind}

found(tables, monitors) := all if all := [finding.msg | some finding in policy.deny] with input as {"workspace": {"tables": tables, "quality_monitors": monitors}}
	with data.parameters.unity.table_monitored as {"schemas": ["gold"]}

test_fails_without_a_monitor if {
	found([table("Gold", "MANAGED")], [{"table_name": "sales.gold.lines"}]) == ["nothing watches the published table sales.Gold.Orders"]
}

test_passes_with_one if found([table("gold", "MANAGED")], [{"table_name": "SALES.gold.orders"}]) == []

test_passes_for_other_schemas_and_views if {
	found([table("silver", "MANAGED"), table("gold", "VIEW")], [{"table_name": "sales.gold.lines"}]) == []
}

test_passes_where_no_monitor_is_known if found([table("gold", "MANAGED")], []) == []
