package bylaw.descriptor.sla_complete_test

import data.bylaw.descriptor.sla_complete as policy

schema := [{"name": "orders", "physicalName": "ORDERS_V1", "columns": [{"name": "created"}]}]

found(level) := all if all := {finding.msg | some finding in policy.deny} with input as {"contract": {"standard": "odcs", "schema": schema, "sla": [level]}}
	with data.parameters.descriptor.sla_complete as {"unitless": ["endofsupport"], "standards": ["odcs"]}

test_fails_without_a_value if found({"property": "latency", "unit": "d"}) == {"the service level latency has no value"}

test_fails_with_null if found({"property": "latency", "value": null, "unit": "d"}) == {"the service level latency has no value"}

test_fails_with_a_blank_value if found({"property": "latency", "value": " ", "unit": "d"}) == {"the service level latency has no value"}

test_fails_without_a_unit if found({"property": "latency", "value": 4}) == {"the service level latency has no unit"}

test_passes_with_a_unit if found({"property": "latency", "value": 4, "unit": "d"}) == set()

test_passes_for_a_text_with_its_unit if found({"property": "latency", "value": "4 hours"}) == set()

test_passes_where_none_is_needed if found({"property": "endOfSupport", "value": 2030}) == set()

test_fails_for_an_element_that_is_not_there if {
	found({"property": "latency", "value": "4h", "element": "orders.changed"}) == {"the service level latency is for orders.changed, which the schema does not have"}
}

test_passes_for_elements_that_are_there if {
	found({"property": "latency", "value": "4h", "element": "orders.created, orders_v1.created, ORDERS"}) == set()
}

test_passes_for_another_standard if {
	count(policy.deny) == 0 with input as {"contract": {"standard": "dcs", "sla": [{"property": "latency"}]}}
		with data.parameters.descriptor.sla_complete as {"unitless": [], "standards": ["odcs"]}
}

test_passes_without_a_schema if {
	count(policy.deny) == 0 with input as {"contract": {"standard": "odcs", "schema": [], "sla": [{"property": "a", "value": "4h", "element": "t"}]}}
		with data.parameters.descriptor.sla_complete as {"unitless": [], "standards": ["odcs"]}
}
