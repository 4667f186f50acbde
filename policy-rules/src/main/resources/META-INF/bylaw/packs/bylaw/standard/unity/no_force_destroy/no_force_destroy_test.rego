package bylaw.unity.no_force_destroy_test

import data.bylaw.unity.no_force_destroy as policy

findings(body) := found if {
	found := policy.deny with input as body
		with data.parameters.unity.no_force_destroy as params
}

params := {"environments": ["prod"]}

test_fails_in_production if {
	count(findings({"catalog": {"name": "prod_sales", "force_destroy": true}})) == 1
	count(findings({"schema": {"catalog_name": "prod_sales", "force_destroy": true}})) == 1
}

test_passes_without if count(findings({"catalog": {"name": "prod_sales", "force_destroy": false}})) == 0

test_passes_outside_of_production if count(findings({"schema": {"catalog_name": "dev", "force_destroy": true}})) == 0

test_passes_for_what_holds_no_data if {
	count(findings({"subject": {"environment": "prod"}, "external_location": {"name": "landing", "force_destroy": true}})) == 0
}
