package bylaw.unity.managed_table_test

import data.bylaw.unity.managed_table as policy

findings(body) := found if {
	found := policy.deny with input as body
		with data.parameters.unity.managed_table as params
}

params := {"approved": ["^sales[.]landing[.]"]}

test_fails_for_an_external_table if {
	some finding in findings({"table": {"full_name": "sales.gold.orders", "table_type": "EXTERNAL"}})
	finding.at == ["table", "table_type"]
}

test_fails_for_a_shallow_clone if count(findings({"table": {"name": "orders", "table_type": "EXTERNAL_SHALLOW_CLONE"}})) == 1

test_fails_for_a_volume if {
	some finding in findings({"volume": {"catalog_name": "sales", "schema_name": "gold", "name": "files", "volume_type": "EXTERNAL"}})
	finding.msg == "the volume sales.gold.files is external"
}

test_passes_where_managed if {
	count(findings({"table": {"full_name": "sales.gold.orders", "table_type": "MANAGED"}})) == 0
	count(findings({"volume": {"name": "files", "volume_type": "MANAGED"}})) == 0
}

test_passes_where_approved if {
	count(findings({"table": {"full_name": "sales.landing.orders", "table_type": "EXTERNAL"}})) == 0
	count(findings({"volume": {"catalog_name": "sales", "schema_name": "landing", "name": "f", "volume_type": "EXTERNAL"}})) == 0
}
