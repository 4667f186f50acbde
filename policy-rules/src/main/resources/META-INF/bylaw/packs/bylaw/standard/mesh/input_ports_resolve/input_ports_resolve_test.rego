package bylaw.mesh.input_ports_resolve_test

import data.bylaw.mesh.input_ports_resolve as policy

orders := {"product": {"id": "p1", "outputPorts": [{"contractId": "c1"}]}, "contracts": [{"id": "c2"}]}

found(reader, external) := all if all := {finding.msg | some finding in policy.deny} with input as {"products": [orders, reader]}
	with data.parameters.mesh.input_ports_resolve as {"external": external, "min_products": 2}

reading(id) := {"product": {"id": "p2", "inputPorts": [{"name": "in", "contractId": id}]}}

test_fails_for_what_nobody_offers if found(reading("c9"), []) == {"the input port in reads c9, which no other product offers"}

test_fails_for_what_only_the_product_itself_offers if {
	found({"product": {"id": "p2", "inputPorts": [{"name": "in", "contractId": "c3"}], "outputPorts": [{"contractId": "c3"}]}}, []) == {"the input port in reads c3, which no other product offers"}
}

test_fails_for_what_is_no_external_source if {
	found(reading("c9"), ["ext:*"]) == {"the input port in reads c9, which no other product offers"}
}

test_passes_for_an_output_port if found(reading("c1"), []) == set()

test_passes_for_a_contract if found(reading("c2"), []) == set()

test_passes_for_a_product if found(reading("p1"), []) == set()

test_passes_for_an_external_source if found(reading("ext:crm"), ["ext:*"]) == set()

test_passes_for_a_product_alone if {
	count(policy.deny) == 0 with input as {"products": [reading("c9")]}
		with data.parameters.mesh.input_ports_resolve as {"external": [], "min_products": 2}
}
