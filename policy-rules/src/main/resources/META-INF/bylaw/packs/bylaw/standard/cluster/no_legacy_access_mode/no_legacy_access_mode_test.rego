package bylaw.cluster.no_legacy_access_mode_test

import data.bylaw.cluster.no_legacy_access_mode as policy

findings(body) := found if {
	found := policy.deny with input as {"cluster": body}
}

test_fails_with_a_legacy_mode if count(findings({"data_security_mode": "LEGACY_PASSTHROUGH"})) == 1

test_fails_with_passthrough if count(findings({"spark_conf": {"spark.databricks.passthrough.enabled": "True"}})) == 1

test_passes_with_a_present_mode if {
	count(findings({"data_security_mode": "SINGLE_USER", "spark_conf": {"spark.databricks.passthrough.enabled": "false"}})) == 0
}

test_fails_with_isolated_processes if count(findings({"spark_conf": {"spark.databricks.pyspark.enableProcessIsolation": "true"}})) == 1

test_passes_with_another_switch if count(findings({"spark_conf": {"spark.databricks.io.cache.enabled": "true"}})) == 0
