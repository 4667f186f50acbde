package bylaw.pipeline.publishes_to_catalog_test

import data.bylaw.pipeline.publishes_to_catalog as policy

findings(body) := found if {
	found := policy.deny with input as {"pipeline": body}
}

test_fails_with_storage if {
	some finding in findings({"storage": "dbfs:/pipelines/x", "target": "gold"})
	finding.at == ["pipeline", "storage"]
}

test_fails_with_storage_alone if {
	some finding in findings({"storage": "dbfs:/pipelines/x"})
	finding.at == ["pipeline", "storage"]
}

test_fails_with_a_target if {
	some finding in findings({"target": "gold"})
	finding.at == ["pipeline", "target"]
}

test_fails_without_a_catalogue if {
	some finding in findings({"name": "p"})
	finding.at == ["pipeline", "catalog"]
}

test_fails_with_the_old_metastore if count(findings({"catalog": "hive_metastore"})) == 1

test_passes_with_a_catalogue if count(findings({"catalog": "sales", "schema": "gold"})) == 0
