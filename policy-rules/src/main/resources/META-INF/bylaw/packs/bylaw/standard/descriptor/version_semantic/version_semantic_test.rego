package bylaw.descriptor.version_semantic_test

import data.bylaw.descriptor.version_semantic as policy

params := {"pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+$", "except": ["dbt"]}

found(contract) := all if all := policy.deny with input as {"contract": contract}
	with data.parameters.descriptor.version_semantic as params

test_fails_and_proposes_a_version if {
	some finding in found({"version": "v1.2", "standard": "odcs"})
	finding.wanted == "1.2.0"
}

test_fails_for_one_number if {
	some finding in found({"version": "4", "standard": "odcs"})
	finding.wanted == "4.0.0"
}

test_fails_for_a_letter_before_it if {
	some finding in found({"version": "v1.2.3", "standard": "odcs"})
	finding.wanted == "1.2.3"
}

test_fails_for_a_word if {
	some finding in found({"version": "latest", "standard": "odcs"})
	finding.wanted == "1.0.0"
}

test_fails_without_a_version if count(found({"standard": "odcs"})) == 1

test_passes_for_three_numbers if count(found({"version": "1.2.3", "standard": "odcs"})) == 0

test_passes_without_a_version_in_dbt if {
	count(policy.deny) == 0 with input as {"product": {"standard": "dbt"}}
		with data.parameters.descriptor.version_semantic as params
}
