package bylaw.unity.no_file_grant_test

import data.bylaw.unity.no_file_grant as policy

findings(body) := found if {
	found := policy.deny with input as body
		with data.parameters.unity.no_file_grant as params
}

params := {"engineers": ["-engineers$"]}

grant(principal, privilege) := {"grants": {"privilege_assignments": [{"principal": principal, "privileges": [privilege]}]}}

test_fails_for_analysts if {
	count(findings(grant("analysts", "READ_FILES"))) == 1
	count(findings(grant("analysts", "WRITE_FILES"))) == 1
}

test_passes_for_engineers if count(findings(grant("Orders-Engineers", "READ_FILES"))) == 0

test_passes_with_another_privilege if count(findings(grant("analysts", "READ_VOLUME"))) == 0
