package bylaw.descriptor.personal_data_retained_test

import data.bylaw.descriptor.personal_data_retained as policy

schema := [{"columns": [{"name": "email", "pii": true}]}]

found(contract, flags) := all if all := {finding.msg | some finding in policy.deny} with input as {"contract": contract}
	with data.parameters.descriptor.personal_data_retained as {"personal": ["pii"], "flags": flags}

test_fails_without_a_retention if {
	found({"schema": schema}, []) == {"nothing says how long personal data are kept (email)"}
}

test_fails_without_a_flag if {
	found({"schema": schema, "retention": {"value": 3}, "tags": ["x"]}, ["gdpr"]) == {"no tag marks the contract as one with personal data (email)"}
}

test_passes_with_both if found({"schema": schema, "retention": {"value": 3}, "tags": ["GDPR"]}, ["gdpr"]) == set()

test_passes_without_flags if found({"schema": schema, "retention": {"value": 3}}, []) == set()

test_passes_without_personal_data if found({"schema": [{"columns": [{"name": "a"}]}]}, ["gdpr"]) == set()
