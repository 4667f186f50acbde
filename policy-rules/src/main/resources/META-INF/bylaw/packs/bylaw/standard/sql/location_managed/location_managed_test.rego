package bylaw.sql.location_managed_test

import data.bylaw.sql.location_managed as policy

given := {"locations": ["s3://a/"]}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.location_managed as given

at(location) := {"statements": [{"kind": "CREATE TABLE", "target": {"type": "TABLE", "name": "t"}, "location": location}]}

test_fails_elsewhere if found(at("s3://b/x")) == {"t lies outside of what the catalog manages, at s3://b/x"}

test_fails_in_python if {
	found({"tables": [{"name": "t", "language": "python", "location": "/mnt/x"}]}) == {"t lies outside of what the catalog manages, at /mnt/x"}
}

test_passes_at_an_allowed_prefix if {
	found(at("s3://a/x")) == set()
	found({"tables": [{"name": "t", "language": "python", "location": "s3://a/x"}]}) == set()
}

test_passes_without_location if {
	found({"statements": [{"kind": "CREATE TABLE", "target": {"type": "TABLE", "name": "t"}}], "tables": [{"name": "t", "location": "s3://b/x"}]}) == set()
}

test_passes_for_other_objects if {
	found({"statements": [{"kind": "CREATE EXTERNAL LOCATION", "target": {"type": "EXTERNAL LOCATION", "name": "l"}, "location": "s3://b"}]}) == set()
}
