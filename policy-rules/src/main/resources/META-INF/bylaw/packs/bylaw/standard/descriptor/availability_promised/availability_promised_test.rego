package bylaw.descriptor.availability_promised_test

import data.bylaw.descriptor.availability_promised as policy

params := {"groups": [["availability", "uptime"], ["support"]], "except": ["dpds"]}

found(standard, properties) := all if all := {finding.msg | some finding in policy.deny} with input as {"contract": {"standard": standard, "sla": [{"property": property} | some property in properties]}}
	with data.parameters.descriptor.availability_promised as params

test_fails_without_both if {
	found("odcs", []) == {"the contract promises no availability", "the contract promises no support"}
}

test_fails_without_one if found("odcs", ["support"]) == {"the contract promises no availability"}

test_passes_with_both if found("odcs", ["Up-Time", "support"]) == set()

test_passes_for_a_standard_that_is_excepted if found("dpds", []) == set()
