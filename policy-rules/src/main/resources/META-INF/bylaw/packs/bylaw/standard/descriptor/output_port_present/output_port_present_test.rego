package bylaw.descriptor.output_port_present_test

import data.bylaw.descriptor.output_port_present as policy

found(product) := all if all := policy.deny with input as {"product": product}
	with data.parameters.descriptor.output_port_present as {"except": ["dbt"]}

test_fails_without_ports if count(found({"standard": "dpds"})) == 1

test_fails_with_an_empty_list if count(found({"standard": "dpds", "outputPorts": []})) == 1

test_passes_with_a_port if count(found({"standard": "dpds", "outputPorts": [{"name": "a"}]})) == 0

test_passes_in_dbt if count(found({"standard": "dbt"})) == 0

test_passes_where_a_reference_is_not_followed if {
	count(policy.deny) == 0 with input as {"product": {"standard": "dpds"}, "unknown": [{"pointer": "/product/outputPorts"}]}
		with data.parameters.descriptor.output_port_present as {"except": []}
}

test_fails_where_another_one_is_not if {
	count(policy.deny) == 1 with input as {"product": {"standard": "dpds"}, "unknown": [{"pointer": "/product/inputPorts"}]}
		with data.parameters.descriptor.output_port_present as {"except": []}
}
