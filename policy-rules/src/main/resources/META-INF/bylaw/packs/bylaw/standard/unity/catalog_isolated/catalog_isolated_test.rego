package bylaw.unity.catalog_isolated_test

import data.bylaw.unity.catalog_isolated as policy

findings(body) := found if {
	found := policy.deny with input as body
		with data.parameters.unity.catalog_isolated as params
}

params := {"environments": ["prod"]}

catalog(body) := {"catalog": object.union({"name": "prod_sales"}, body)}

test_fails_where_open if {
	count(findings(catalog({"isolation_mode": "OPEN"}))) == 1
	count(findings(catalog({}))) == 1
}

test_passes_where_isolated if count(findings(catalog({"isolation_mode": "ISOLATED"}))) == 0

test_passes_outside_of_production if count(findings({"catalog": {"name": "dev_sales"}})) == 0

test_passes_for_what_others_share if {
	count(findings(catalog({"share_name": "s"}))) == 0
	count(findings(catalog({"catalog_type": "SYSTEM_CATALOG"}))) == 0
}
