package bylaw.descriptor.id_form_test

import data.bylaw.descriptor.id_form as policy

params := {"pattern": "^([0-9a-f]{8}|urn:[a-z]+:.+)$", "except": ["dbt"]}

found(contract) := all if all := policy.deny with input as {"contract": contract}
	with data.parameters.descriptor.id_form as params

test_fails_for_a_name if {
	some finding in found({"id": "orders", "standard": "odcs"})
	finding.at == ["contract", "id"]
}

test_fails_without_an_id if {
	some finding in found({"standard": "odcs"})
	finding.msg == "the contract has no id"
}

test_passes_for_a_urn if count(found({"id": "urn:acme:orders", "standard": "odcs"})) == 0

test_passes_for_a_standard_that_is_excepted if {
	count(policy.deny) == 0 with input as {"product": {"id": "model.shop.orders", "standard": "dbt"}}
		with data.parameters.descriptor.id_form as params
}

test_passes_for_a_part_of_a_product if count(found({"id": "port", "standard": "dpds"})) == 0
