package bylaw.python.token_free_test

import data.bylaw.python.token_free as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.python.token_free as given

given := {"names": ["(^|_)token$"], "values": ["^dapi[0-9a-f]{32}"], "harmless": [""]}

gives(name, value) := {"assignments": [{"name": name, "value": value}]}

test_fails_for_a_name if found(gives("ACCESS_TOKEN", "x")) == {"ACCESS_TOKEN has its value in clear"}

test_fails_for_a_value if {
	found(gives("x", "dapi0123456789abcdef0123456789abcdef")) == {"the value of x looks like a token"}
}

test_fails_once if {
	found(gives("token", "dapi0123456789abcdef0123456789abcdef")) == {"token has its value in clear"}
}

test_passes_for_other_names_and_values if {
	found(gives("tokens_used", "dapi")) == set()
	found(gives("token", "")) == set()
}
