package bylaw.descriptor.owner_present_test

import data.bylaw.descriptor.owner_present as policy

params := {"placeholders": ["tbd"], "except": ["dbt"]}

found(document) := all if all := [finding.msg | some finding in policy.deny] with input as document
	with data.parameters.descriptor.owner_present as params

test_fails_without_owner if {
	found({"product": {"standard": "odps-bitol", "team": [{"username": "a", "role": "steward"}]}}) == ["no owner is named"]
	found({"contract": {"standard": "odcs"}}) == ["no owner is named"]
}

test_fails_with_a_placeholder if found({"contract": {"standard": "odcs", "owner": " TBD"}}) == [`" TBD" names nobody`]

test_passes_with_an_owner if {
	found({"contract": {"standard": "odcs", "owner": "orders-team"}}) == []
	found({"product": {"standard": "dpds", "owner": "orders-team"}}) == []
}

test_passes_for_a_product_that_can_name_none if found({"product": {"standard": "dbt"}}) == []

test_fails_for_a_contract_of_that_standard if found({"contract": {"standard": "dbt"}}) == ["no owner is named"]

test_passes_for_a_contract_with_its_product if found({"contract": {"standard": "dpds", "owner": "tbd"}}) == []

test_fails_for_a_product_of_that_standard if found({"product": {"standard": "dpds"}}) == ["no owner is named"]

proposed(document, owner) := fixes if fixes := [finding.fix | some finding in policy.deny] with input as document
	with data.parameters.descriptor.owner_present as object.union(params, {"owner": owner})

test_fails_and_proposes_the_owner_of_the_set if {
	proposed({"contract": {"standard": "dcs"}}, "a") == [[{"set": ["raw", "info", "owner"], "to": "a"}]]
	proposed({"product": {"standard": "odps-bitol"}, "raw": {}}, "a") == [[{"set": ["raw", "team"], "to": [{"username": "a", "role": "owner"}]}]]
	proposed({"contract": {"standard": "odcs", "owner": "tbd"}}, "a") == [[{"set": ["contract", "owner"], "to": "a"}]]
}

test_fails_and_proposes_nobody if {
	proposed({"contract": {"standard": "dcs"}}, "") == [[]]
	proposed({"contract": {"standard": "odcs", "owner": "tbd"}}, "") == [[]]
	proposed({"product": {"standard": "odps-bitol"}, "raw": {"team": [{"username": "b"}]}}, "a") == [[]]
}
