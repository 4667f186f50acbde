package bylaw.bundle.field_known_test

import data.bylaw.bundle.field_known as policy

findings(body) := found if {
	found := policy.deny with input as body
		with data.parameters.bundle.field_known as params
}

params := {"top": ["bundle", "resources"], "resources": ["jobs"]}

test_fails_with_a_misspelt_field if {
	some finding in findings({"raw": {"bundle": {}, "permisions": []}})
	finding.at == ["raw", "permisions"]
}

test_fails_with_a_misspelt_type if {
	some finding in findings({"raw": {"resources": {"job": {}}}})
	finding.at == ["raw", "resources", "job"]
}

test_passes_with_known_fields if count(findings({"raw": {"bundle": {}, "resources": {"jobs": {}}}})) == 0
