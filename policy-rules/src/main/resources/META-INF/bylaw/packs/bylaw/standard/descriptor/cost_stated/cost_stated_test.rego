package bylaw.descriptor.cost_stated_test

import data.bylaw.descriptor.cost_stated as policy

found(contract) := all if all := {finding.msg | some finding in policy.deny} with input as {"contract": object.union({"standard": "odcs"}, contract)}
	with data.parameters.descriptor.cost_stated as {"tags": ["cost*"], "except": ["dbt"]}

test_fails_without_both if found({"tags": ["sales"]}) == {"the contract states neither a price nor who pays"}

test_passes_with_a_price if found({"price": {"priceAmount": 0}}) == set()

test_passes_with_a_tag if found({"tags": ["Cost_Centre:42"]}) == set()

test_passes_for_a_standard_that_is_excepted if {
	count(policy.deny) == 0 with input as {"product": {"standard": "dbt"}}
		with data.parameters.descriptor.cost_stated as {"tags": [], "except": ["dbt"]}
}
