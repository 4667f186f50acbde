package bylaw.descriptor.standard_current_test

import data.bylaw.descriptor.standard_current as policy

params := {"superseded": {"dcs ": "ODCS 3.1", "odcs v2": "ODCS 3.1"}}

found(standard, version) := all if all := policy.deny with input as {"contract": {"standard": standard, "standardVersion": version}}
	with data.parameters.descriptor.standard_current as params

test_fails_for_a_superseded_standard if {
	some finding in found("dcs", "1.2.1")
	finding.msg == "dcs 1.2.1 is superseded by ODCS 3.1"
}

test_fails_for_a_superseded_version if count(found("odcs", "v2.2.2")) == 1

test_passes_for_a_current_version if count(found("odcs", "v3.1.0")) == 0

test_passes_for_a_product_of_another_standard if {
	count(policy.deny) == 0 with input as {"product": {"standard": "witboost"}}
		with data.parameters.descriptor.standard_current as params
}

test_fails_for_a_product_without_a_version if {
	count(policy.deny) == 1 with input as {"product": {"standard": "dcs"}}
		with data.parameters.descriptor.standard_current as params
}
