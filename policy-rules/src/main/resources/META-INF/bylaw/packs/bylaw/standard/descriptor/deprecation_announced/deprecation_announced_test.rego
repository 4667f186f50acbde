package bylaw.descriptor.deprecation_announced_test

import data.bylaw.descriptor.deprecation_announced as policy

found(contract) := all if all := policy.deny with input as {"contract": contract}
	with data.parameters.descriptor.deprecation_announced as {"words": ["deprecated"]}

test_fails_without_a_date if count(found({"status": "Deprecated"})) == 1

test_passes_with_an_end_of_support if count(found({"status": "deprecated", "endOfSupport": "2027-01-01"})) == 0

test_passes_with_an_end_of_life if count(found({"status": "deprecated", "endOfLife": "2027-01-01"})) == 0

test_passes_with_a_policy if count(found({"status": "deprecated", "deprecationPolicy": "six months"})) == 0

test_passes_with_a_notice_period if count(found({"status": "deprecated", "terms": {"noticePeriod": "P3M"}})) == 0

test_passes_for_what_is_active if count(found({"status": "active"})) == 0
