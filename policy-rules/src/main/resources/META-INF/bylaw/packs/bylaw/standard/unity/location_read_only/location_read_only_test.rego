package bylaw.unity.location_read_only_test

import data.bylaw.unity.location_read_only as policy

findings(body) := found if {
	found := policy.deny with input as {"external_location": body}
		with data.parameters.unity.location_read_only as params
}

params := {"writable": ["^landing"]}

test_fails_where_it_can_be_written_to if {
	count(findings({"name": "archive"})) == 1
	count(findings({"name": "archive", "read_only": false})) == 1
}

test_passes_where_read_only if count(findings({"name": "archive", "read_only": true})) == 0

test_passes_where_approved if count(findings({"name": "Landing-orders"})) == 0
