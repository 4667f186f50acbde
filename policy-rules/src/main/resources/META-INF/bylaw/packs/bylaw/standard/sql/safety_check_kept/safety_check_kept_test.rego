package bylaw.sql.safety_check_kept_test

import data.bylaw.sql.safety_check_kept as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.safety_check_kept as given

given := {"settings": {"spark.databricks.delta.retentionDurationCheck.enabled": "false"}}

set_to(name, value) := {"statements": [{"kind": "SET", "settings": {name: value}}]}

test_fails_where_it_is_off if {
	found(set_to("spark.databricks.delta.retentiondurationcheck.enabled", " FALSE")) == {"spark.databricks.delta.retentiondurationcheck.enabled is set to  FALSE"}
}

test_passes_where_it_is_on if found(set_to("spark.databricks.delta.retentionDurationCheck.enabled", "true")) == set()

test_passes_for_other_settings if found(set_to("spark.x", "false")) == set()
