package bylaw.descriptor.terms_present_test

import data.bylaw.descriptor.terms_present as policy

params := {"definitions": ["terms", "license"], "shared": ["delta-sharing"], "licences": ["license"], "except": ["dbt"]}

found(contract) := all if all := {finding.msg | some finding in policy.deny} with input as {"contract": object.union({"standard": "odcs"}, contract)}
	with data.parameters.descriptor.terms_present as params

test_fails_without_terms if found({}) == {"the contract states no terms of use"}

test_fails_with_other_definitions if {
	found({"authoritativeDefinitions": [{"type": "implementation"}]}) == {"the contract states no terms of use"}
}

test_passes_with_a_definition if found({"authoritativeDefinitions": [{"type": "Terms"}]}) == set()

test_passes_with_terms if found({"terms": {"description": "Internal use"}}) == set()

test_passes_with_a_link if found({"terms": {"url": "https://acme.example/terms"}}) == set()

test_passes_with_a_usage if found({"description": {"usage": "Reports"}}) == set()

test_passes_with_limitations if found({"description": {"limitations": "Not for billing"}}) == set()

test_fails_for_shared_data_without_a_licence if {
	found({"description": {"usage": "a"}, "servers": [{"type": "Delta-Sharing"}]}) == {"the contract leaves through Delta-Sharing without a licence"}
}

test_passes_for_shared_data_with_a_licence if {
	found({"servers": [{"type": "delta-sharing"}], "authoritativeDefinitions": [{"type": "license"}]}) == set()
}

test_passes_for_data_that_are_not_shared if {
	found({"description": {"usage": "a"}, "servers": [{"type": "databricks"}]}) == set()
	found({"authoritativeDefinitions": [{"type": "terms"}], "support": [{"type": "delta-sharing"}]}) == set()
}

test_passes_for_a_standard_that_is_excepted if {
	count(policy.deny) == 0 with input as {"product": {"standard": "dbt"}}
		with data.parameters.descriptor.terms_present as params
}
