package bylaw.job.no_broad_manager_test

import data.bylaw.job.no_broad_manager as policy

findings(body) := found if {
	found := policy.deny with input as {"permissions": body}
		with data.parameters.job.no_broad_manager as params
}

params := {"groups": ["users"], "levels": ["CAN_MANAGE"]}

entries(group, level) := {"access_control_list": [{"group_name": group, "permission_level": level}]}

test_fails_for_everybody if count(findings(entries("Users", "CAN_MANAGE"))) == 1

test_passes_for_a_team if count(findings(entries("orders-engineers", "CAN_MANAGE"))) == 0

test_passes_for_everybody_to_see if count(findings(entries("users", "CAN_VIEW"))) == 0
