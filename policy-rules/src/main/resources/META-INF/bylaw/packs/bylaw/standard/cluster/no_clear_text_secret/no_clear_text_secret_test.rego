package bylaw.cluster.no_clear_text_secret_test

import data.bylaw.cluster.no_clear_text_secret as policy

findings(body) := found if {
	found := policy.deny with input as {"cluster": body}
		with data.parameters.cluster.no_clear_text_secret as params
}

params := {"names": ["password", "account[.]key"], "harmless": ["[.]provider$"], "values": ["^dapi[0-9a-f]{4}"]}

test_fails_by_its_name if {
	some finding in findings({"spark_conf": {"fs.azure.account.key.lake.dfs.core.windows.net": "c2VjcmV0"}})
	finding.found == "a text of 8 characters"
}

test_fails_by_its_value if {
	some finding in findings({"spark_env_vars": {"HOST": "dapi0123"}})
	finding.at == ["cluster", "spark_env_vars", "HOST"]
}

test_fails_for_a_pipeline if {
	count(policy.deny) == 1 with input as {"pipeline": {"clusters": [{"spark_conf": {"password": "x"}}]}}
		with data.parameters.cluster.no_clear_text_secret as params
}

test_passes_with_a_reference if count(findings({"spark_conf": {"db.password": "{{secrets/orders/db}}"}})) == 0

test_passes_with_a_switch_or_another_thing if {
	count(findings({"spark_conf": {"password.required": "True", "password": " ", "password.provider": "com.example.X", "spark.sql.shuffle.partitions": "8"}})) == 0
}

test_passes_for_a_tag if count(findings({"custom_tags": {"password": "rotated-weekly"}})) == 0
