package bylaw.sql.secret_free_test

import data.bylaw.sql.secret_free as policy

given := {"names": ["password", "token", "api_key"]}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.secret_free as given

statement(field, name, value) := {"statements": [{field: {name: value}}]}

test_fails_in_options_settings_and_properties if {
	found(statement("options", "Password", "hunter2")) == {"Password has its value in clear"}
	found(statement("settings", "fs.azure.sas.token", "sv=1")) == {"fs.azure.sas.token has its value in clear"}
	found(statement("properties", "api_key", "x")) == {"api_key has its value in clear"}
}

test_passes_for_a_secret_by_its_name if {
	found(statement("options", "password", "secret('a', 'b')")) == set()
	found(statement("settings", "fs.token", "{{secrets/a/b}}")) == set()
	found(statement("settings", "fs.token", "${token}")) == set()
	found(statement("options", "token", "")) == set()
}

test_passes_for_other_names if found(statement("options", "host", "h")) == set()

test_passes_for_a_tag if found(statement("tags", "password", "rotated")) == set()
