package bylaw.unity.path_in_location_test

import data.bylaw.unity.path_in_location as policy

findings(body) := found if {
	found := policy.deny with input as body
		with data.parameters.unity.path_in_location as params
}

params := {"locations": {"sales": ["s3://sales-data/"]}}

of(kind, body, domain) := {"subject": {"domain": domain}, kind: body}

table(url) := of("table", {"table_type": "EXTERNAL", "storage_location": url}, "sales")

test_fails_elsewhere if {
	count(findings(table("s3://sales-data-2/orders"))) == 1
	count(findings(of("volume", {"volume_type": "EXTERNAL", "storage_location": "s3://x/y"}, "sales"))) == 1
	count(findings(of("schema", {"storage_root": "s3://x/y"}, "sales"))) == 1
	count(findings(of("catalog", {"storage_root": "s3://x/y"}, "sales"))) == 1
}

test_passes_within if {
	count(findings(table("s3://sales-data/orders"))) == 0
	count(findings(table("s3://sales-data"))) == 0
}

test_passes_where_managed if {
	count(findings(of("table", {"table_type": "MANAGED", "storage_location": "s3://x/y"}, "sales"))) == 0
	count(findings(of("volume", {"volume_type": "MANAGED", "storage_location": "s3://x/y"}, "sales"))) == 0
}

test_passes_for_a_domain_without_locations if count(findings(of("catalog", {"storage_root": "s3://x/y"}, "crm"))) == 0
