package bylaw.descriptor.owner_present_test

import data.bylaw.descriptor.owner_present as policy

params := {"placeholders": ["tbd"], "except": ["dbt"]}

test_fails_without_owner if {
	count(policy.deny) == 1 with input as {"product": {"team": [{"username": "a", "role": "steward"}]}}
		with data.parameters.descriptor.owner_present as params
}

test_fails_with_a_placeholder if {
	count(policy.deny) == 1 with input as {"contract": {"owner": " TBD"}}
		with data.parameters.descriptor.owner_present as params
}

test_passes_with_an_owner if {
	count(policy.deny) == 0 with input as {"contract": {"owner": "orders-team"}}
		with data.parameters.descriptor.owner_present as params
}

test_passes_for_a_product_that_can_name_none if {
	count(policy.deny) == 0 with input as {"product": {"standard": "dbt"}}
		with data.parameters.descriptor.owner_present as params
}

test_passes_for_a_contract_with_its_product if {
	count(policy.deny) == 0 with input as {"contract": {"standard": "dpds", "owner": "tbd"}}
		with data.parameters.descriptor.owner_present as params
}

test_fails_for_a_contract_of_that_standard if {
	count(policy.deny) == 1 with input as {"contract": {"standard": "dbt"}}
		with data.parameters.descriptor.owner_present as params
}

proposed(document, owner) := fixes if fixes := [finding.fix | some finding in policy.deny] with input as document
	with data.parameters.descriptor.owner_present as object.union(params, {"owner": owner})

test_fails_and_proposes_the_owner_of_the_set if {
	proposed({"contract": {"standard": "dcs"}}, "a") == [[{"set": ["raw", "info", "owner"], "to": "a"}]]
	proposed({"product": {"standard": "odps-bitol"}, "raw": {}}, "a") == [[{"set": ["raw", "team"], "to": [{"username": "a", "role": "owner"}]}]]
	proposed({"contract": {"owner": "tbd"}}, "a") == [[{"set": ["contract", "owner"], "to": "a"}]]
}

test_fails_and_proposes_nobody if {
	proposed({"contract": {"standard": "dcs"}}, "") == [[]]
	proposed({"contract": {"owner": "tbd"}}, "") == [[]]
	proposed({"product": {"standard": "odps-bitol"}, "raw": {"team": [{"username": "b"}]}}, "a") == [[]]
}
