package bylaw.unity.no_super_privilege_test

import data.bylaw.unity.no_super_privilege as policy

findings(body) := found if {
	found := policy.deny with input as body
		with data.parameters.unity.no_super_privilege as params
}

params := {"privileges": ["ALL_PRIVILEGES", "MANAGE"], "owners": ["-owners$"]}

grant(principal, privilege) := {"grants": {"privilege_assignments": [{"principal": principal, "privileges": ["SELECT", privilege]}]}}

test_fails_for_analysts if {
	some finding in findings(grant("analysts", "ALL_PRIVILEGES"))
	finding.at == ["grants", "privilege_assignments", 0, "privileges", 1]
}

test_passes_for_owners if count(findings(grant("Sales-Owners", "MANAGE"))) == 0

test_passes_with_a_privilege_that_is_needed if count(findings(grant("analysts", "USE_SCHEMA"))) == 0
