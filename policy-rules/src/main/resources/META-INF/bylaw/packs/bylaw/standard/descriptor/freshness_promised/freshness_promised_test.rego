package bylaw.descriptor.freshness_promised_test

import data.bylaw.descriptor.freshness_promised as policy

params := {"properties": ["latency", "updatefrequency"], "except": ["dpds"]}

found(document) := all if all := {finding.msg | some finding in policy.deny} with input as document
	with data.parameters.descriptor.freshness_promised as params

test_fails_without_service_levels if found({"contract": {"standard": "odcs"}}) == {"the contract promises no freshness"}

test_fails_with_others if {
	found({"contract": {"standard": "odcs", "sla": [{"property": "retention"}]}}) == {"the contract promises no freshness"}
}

test_fails_for_a_product_that_could if found({"product": {"standard": "odps-lf"}}) == {"the product promises no freshness"}

test_passes_with_one if found({"contract": {"standard": "odcs", "sla": [{"property": "Update_Frequency"}]}}) == set()

test_passes_for_a_product_with_contracts if found({"product": {"standard": "witboost"}}) == set()

test_passes_for_a_standard_that_is_excepted if found({"contract": {"standard": "dpds"}}) == set()
