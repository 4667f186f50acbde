package bylaw.unity.no_broad_grant_test

import data.bylaw.unity.no_broad_grant as policy

findings(body) := found if {
	found := policy.deny with input as body
		with data.parameters.unity.no_broad_grant as params
}

params := {"groups": ["account users"], "harmless": ["BROWSE"]}

grant(principal, privileges) := {"grants": {"privilege_assignments": [{"principal": principal, "privileges": privileges}]}}

test_fails_for_everybody if count(findings(grant("Account users", ["BROWSE", "SELECT"]))) == 1

test_fails_for_a_person if {
	some finding in findings(grant("ann@example.com", ["SELECT"]))
	finding.at == ["grants", "privilege_assignments", 0, "principal"]
}

test_passes_for_a_group if count(findings(grant("analysts", ["SELECT"]))) == 0

test_passes_for_everybody_to_browse if count(findings(grant("account users", ["BROWSE"]))) == 0

test_passes_where_a_person_loses_privileges if count(findings(grant("ann@example.com", []))) == 0
