package bylaw.unity.open_format_test

import data.bylaw.unity.open_format as policy

findings(body) := found if {
	found := policy.deny with input as {"table": body}
		with data.parameters.unity.open_format as params
}

params := {"formats": ["DELTA", "ICEBERG"], "types": ["MANAGED", "EXTERNAL"]}

test_fails_with_another_format if count(findings({"table_type": "EXTERNAL", "data_source_format": "CSV"})) == 1

test_passes_with_delta if count(findings({"table_type": "MANAGED", "data_source_format": "delta"})) == 0

test_passes_for_a_view if count(findings({"table_type": "VIEW", "data_source_format": "UNKNOWN_DATA_SOURCE_FORMAT"})) == 0
