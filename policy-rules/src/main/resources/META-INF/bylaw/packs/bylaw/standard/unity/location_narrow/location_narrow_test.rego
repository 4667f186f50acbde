package bylaw.unity.location_narrow_test

import data.bylaw.unity.location_narrow as policy

findings(body) := found if {
	found := policy.deny with input as {"external_location": body}
}

test_fails_for_a_bucket if {
	count(findings({"url": "s3://sales"})) == 1
	some finding in findings({"url": "abfss://data@sales.dfs.core.windows.net/"})
	finding.wanted == "abfss://data@sales.dfs.core.windows.net/FOLDER"
}

test_fails_without_validation if count(findings({"url": "s3://sales/orders", "skip_validation": true})) == 1

test_fails_with_a_fallback if count(findings({"url": "s3://sales/orders", "fallback": true})) == 1

test_passes_for_a_folder if count(findings({"url": "s3://sales/orders", "fallback": false})) == 0
