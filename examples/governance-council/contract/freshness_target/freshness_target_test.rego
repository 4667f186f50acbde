package council.contract.freshness_target_test

import data.council.contract.freshness_target as policy

found(contract) := n if {
	n := count(policy.deny) with input as {"contract": contract}
		with data.parameters.contract.freshness_target as {"properties": ["latency"]}
}

test_no_sla_is_found if found({"name": "orders"}) == 1

test_other_properties_are_found if found({"sla": [{"property": "retention", "value": 3}]}) == 1

test_latency_passes if found({"sla": [{"property": "latency", "value": 4, "unit": "h"}]}) == 0
