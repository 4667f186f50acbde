package council.contract.port_has_contract_test

import data.council.contract.port_has_contract as policy

found(port) := n if {
	n := count(policy.deny) with input as {"product": {"outputPorts": [port]}, "contracts": [{"id": "c1"}]}
}

test_no_contract_is_found if found({"name": "gold"}) == 1

test_an_unknown_contract_is_found if found({"name": "gold", "contractId": "c2"}) == 1

test_a_contract_passes if found({"name": "gold", "contractId": "c1"}) == 0
