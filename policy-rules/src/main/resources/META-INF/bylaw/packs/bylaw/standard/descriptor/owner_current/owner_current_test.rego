package bylaw.descriptor.owner_current_test

import data.bylaw.descriptor.owner_current as policy

found(owner, team) := all if all := {finding.msg | some finding in policy.deny} with input as {"product": {"owner": owner, "team": team}}
	with data.parameters.descriptor.owner_current as {"leavers": ["bob"]}

test_fails_for_an_owner_who_has_left if {
	found("ann", [{"username": "ann", "dateOut": "2026-06-14"}]) == {"the owner ann leaves on 2026-06-14"}
}

test_fails_for_a_name_that_has_left if {
	found("Ann A", [{"name": "Ann A", "username": "ann", "dateOut": "2020-01-01"}]) == {"the owner Ann A leaves on 2020-01-01"}
}

test_fails_for_a_known_leaver if found("bob", []) == {"the owner bob has left"}

test_passes_for_a_member if found("ann", [{"username": "ann"}]) == set()

test_passes_for_one_who_came_back if {
	found("ann", [{"username": "ann", "dateOut": "2025-01-01"}, {"username": "ann"}]) == set()
}

test_passes_when_another_one_has_left if {
	found("ann", [{"username": "eve", "dateOut": "2025-01-01"}]) == set()
}
