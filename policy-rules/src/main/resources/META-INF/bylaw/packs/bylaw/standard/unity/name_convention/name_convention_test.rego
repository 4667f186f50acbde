package bylaw.unity.name_convention_test

import data.bylaw.unity.name_convention as policy

findings(body) := found if {
	found := policy.deny with input as body
		with data.parameters.unity.name_convention as params
}

params := {"patterns": {"table": "^[a-z][a-z0-9_]*$", "view": "^v_[a-z0-9_]+$", "catalog": "^{environment}_{domain}$", "share": "^[a-z_]+$"}}

test_fails_with_a_proposal if {
	some finding in findings({"table": {"name": "OrderItems-2024", "table_type": "MANAGED"}})
	finding.wanted == "order_items_2024"
}

test_fails_for_a_view_without_its_prefix if {
	some finding in findings({"table": {"name": "orders", "table_type": "VIEW"}})
	finding.wanted == "a name that matches ^v_[a-z0-9_]+$"
}

test_fails_for_another_kind if count(findings({"share": {"name": "Partners"}})) == 1

test_fails_without_domain_and_environment if {
	count(findings({"subject": {"domain": "Sales", "environment": "prod"}, "catalog": {"name": "sales"}})) == 1
}

test_passes_with_domain_and_environment if {
	count(findings({"subject": {"domain": "Sales", "environment": "prod"}, "catalog": {"name": "prod_sales"}})) == 0
}

test_passes_where_the_domain_is_not_known if {
	count(findings({"subject": {"environment": "prod"}, "catalog": {"name": "sales"}})) == 0
}

test_passes_with_good_names if {
	count(findings({"table": {"name": "orders"}})) == 0
	count(findings({"table": {"name": "v_orders", "table_type": "METRIC_VIEW"}})) == 0
}

test_passes_with_a_convention_that_names_nobody if {
	count(findings({"subject": {"domain": "Sales", "environment": "prod"}, "share": {"name": "partners"}})) == 0
}
