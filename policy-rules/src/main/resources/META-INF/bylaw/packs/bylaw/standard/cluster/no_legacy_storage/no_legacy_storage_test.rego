package bylaw.cluster.no_legacy_storage_test

import data.bylaw.cluster.no_legacy_storage as policy

findings(body) := found if {
	found := policy.deny with input as {"cluster": body}
		with data.parameters.cluster.no_legacy_storage as params
}

params := {"settings": ["spark.sql.hive.metastore.", "glue"]}

test_fails_with_an_external_metastore if count(findings({"spark_conf": {"spark.sql.hive.metastore.jars": "maven"}})) == 1

test_passes_where_it_is_turned_off if count(findings({"spark_conf": {"glue.enabled": "false"}})) == 0

test_passes_with_other_settings if count(findings({"spark_conf": {"spark.sql.shuffle.partitions": "8"}})) == 0
