# METADATA
# title: Nothing is granted to all account users or to a single person
# description: Access goes through groups, so that it ends when somebody leaves the team. What everybody has nobody can take away.
# custom:
#   aliases: [U08]
#   kind: infra
#   subject: grants
#   severity: error
#   characteristic: secure
#   remediation: Grant to a group of those who need it.
#   parameters:
#     groups: {type: array, items: {type: string}, default: [account users, users, all account users], order: superset, description: "Groups that everybody is in, in lower case"}
#     harmless: {type: array, items: {type: string}, default: [BROWSE], order: subset, description: "Privileges that everybody may have, in upper case"}
package bylaw.unity.no_broad_grant

import data.bylaw.lib.grants
import data.bylaw.lib.people
import data.parameters.unity.no_broad_grant as params

deny contains finding if {
	some grant in grants.all
	lower(grant.principal) in params.groups
	not grant.privilege in params.harmless
	finding := {
		"msg": sprintf("everybody has %s", [grant.privilege]),
		"at": grant.at,
		"found": grant.privilege,
	}
}

deny contains finding if {
	some i, assignment in input.grants.privilege_assignments
	people.is_person(assignment.principal)
	count(assignment.privileges) > 0
	finding := {
		"msg": "privileges are granted to a single person",
		"at": ["grants", "privilege_assignments", i, "principal"],
		"wanted": "a group",
	}
}
