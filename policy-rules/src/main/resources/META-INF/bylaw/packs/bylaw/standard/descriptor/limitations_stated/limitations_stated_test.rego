package bylaw.descriptor.limitations_stated_test

import data.bylaw.descriptor.limitations_stated as policy

params := {"fields": ["usage", "limitations"], "except": ["dbt"]}

found(contract) := all if all := {finding.msg | some finding in policy.deny} with input as {"contract": contract}
	with data.parameters.descriptor.limitations_stated as params

test_fails_without_both if found({"standard": "odcs"}) == {"the description does not state: usage, limitations"}

test_fails_without_one if {
	found({"standard": "odcs", "description": {"usage": "Reports"}}) == {"the description does not state: limitations"}
}

test_passes_with_both if {
	found({"standard": "odcs", "description": {"usage": "Reports", "limitations": "Not for billing"}}) == set()
}

test_passes_for_a_standard_without_them if found({"standard": "dbt"}) == set()

test_passes_for_a_product_of_such_a_standard if {
	count(policy.deny) == 0 with input as {"product": {"standard": "dbt"}}
		with data.parameters.descriptor.limitations_stated as params
}
