package bylaw.descriptor.purpose_described_test

import data.bylaw.descriptor.purpose_described as policy

params := {"min_words": 3, "placeholders": ["to be defined"]}

found(contract) := all if all := {finding.msg | some finding in policy.deny} with input as {"contract": object.union({"standard": "odcs"}, contract)}
	with data.parameters.descriptor.purpose_described as params

test_fails_without_a_purpose if {
	found({"description": {"usage": "for reports"}}) == {"nothing says what the contract is for"}
}

test_fails_without_a_description if found({}) == {"nothing says what the contract is for"}

test_fails_with_too_few_words if {
	found({"description": {"purpose": "Orders table."}}) == {`"Orders table." does not say what the contract is for`}
}

test_fails_with_a_placeholder if count(found({"description": {"purpose": "To be defined."}})) == 1

test_passes_with_just_enough_words if found({"description": {"purpose": "Größe der Bestellungen"}}) == set()

test_passes_in_dbt if {
	count(policy.deny) == 0 with input as {"product": {"standard": "dbt"}}
		with data.parameters.descriptor.purpose_described as params
}
