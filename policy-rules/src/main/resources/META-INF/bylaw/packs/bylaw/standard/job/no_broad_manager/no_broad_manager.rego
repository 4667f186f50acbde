# METADATA
# title: No broad group may manage a job
# description: Who may manage a job can change what it runs, with the rights of whom it runs as.
# custom:
#   aliases: [J02]
#   kind: infra
#   subject: permissions
#   severity: error
#   characteristic: secure
#   remediation: Give CAN_MANAGE to the owning group, and CAN_VIEW or CAN_MANAGE_RUN to others.
#   parameters:
#     groups: {type: array, items: {type: string}, default: [users, account users, all users], order: superset, description: "Groups that everybody is in, in lower case"}
#     levels: {type: array, items: {type: string}, default: [CAN_MANAGE, IS_OWNER], order: superset, description: Levels that such a group must not have}
package bylaw.job.no_broad_manager

import data.parameters.job.no_broad_manager as params

deny contains finding if {
	some i, entry in input.permissions.access_control_list
	lower(entry.group_name) in params.groups
	entry.permission_level in params.levels
	finding := {
		"msg": sprintf("the group %s has %s", [entry.group_name, entry.permission_level]),
		"at": ["permissions", "access_control_list", i, "permission_level"],
		"wanted": "CAN_VIEW",
	}
}
