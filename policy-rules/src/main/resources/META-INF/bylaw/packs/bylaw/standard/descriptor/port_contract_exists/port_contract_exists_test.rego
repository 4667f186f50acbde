package bylaw.descriptor.port_contract_exists_test

import data.bylaw.descriptor.port_contract_exists as policy

contracts := [{"id": "c1", "version": "1.0.0"}, {"id": "c2", "version": "2.1.0"}]

found(standard, port) := all if all := {finding.msg | some finding in policy.deny} with input as {"product": {"standard": standard, "outputPorts": [port]}, "contracts": contracts}
	with data.parameters.descriptor.port_contract_exists as {"except": ["odps-lf"]}

test_fails_without_a_contract if found("odps-bitol", {"name": "a"}) == {"the output port a has no contract"}

test_fails_for_a_contract_that_is_not_there if {
	found("odps-bitol", {"name": "a", "contractId": "c9"}) == {"the output port a points to the contract c9, which is not among those of the product"}
}

test_fails_for_another_major_version if {
	found("odps-bitol", {"name": "a", "version": "1.0.0", "contractId": "c2"}) == {"the output port a is of version 1.0.0, its contract of 2.1.0"}
}

test_passes_for_another_minor_version if {
	found("odps-bitol", {"name": "a", "version": "v2.0.0", "contractId": "c2"}) == set()
}

test_passes_without_versions if found("odps-bitol", {"name": "a", "contractId": "c1"}) == set()

test_passes_for_a_standard_without_contracts if found("odps-lf", {"name": "a"}) == set()
