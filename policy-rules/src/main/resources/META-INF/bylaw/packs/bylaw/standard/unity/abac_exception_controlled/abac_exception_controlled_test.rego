package bylaw.unity.abac_exception_controlled_test

import data.bylaw.unity.abac_exception_controlled as policy

findings(body) := found if {
	found := policy.deny with input as {"abac_policy": body}
		with data.parameters.unity.abac_exception_controlled as params
}

params := {"max": 1, "broad": ["users"]}

test_fails_with_too_many if count(findings({"except_principals": ["a", "b"]})) == 1

test_fails_for_everybody_or_a_person if {
	count(findings({"except_principals": ["Users"]})) == 1
	count(findings({"except_principals": ["ann@example.com"]})) == 1
}

test_passes_at_the_limit if count(findings({"except_principals": ["dpo"]})) == 0
