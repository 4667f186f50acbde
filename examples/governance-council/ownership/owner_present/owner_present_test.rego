package council.ownership.owner_present_test

import data.council.ownership.owner_present as policy

test_a_product_without_is_found if {
	count(policy.deny) == 1 with input as {"product": {"team": [{"username": "a", "role": "steward"}]}}
}

test_a_contract_without_is_found if count(policy.deny) == 1 with input as {"contract": {"id": "c1"}}

test_an_owner_passes if {
	count(policy.deny) == 0 with input as {"product": {"owner": "a@example.com"}}
	count(policy.deny) == 0 with input as {"contract": {"owner": "a@example.com"}}
}
