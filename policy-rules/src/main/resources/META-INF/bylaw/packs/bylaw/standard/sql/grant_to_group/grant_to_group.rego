# METADATA
# title: Privileges are granted to groups, not to people
# description: A group changes with the team; a person keeps rights long after they moved on.
# custom:
#   aliases: [SQL-ACC-03]
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Grant to a group or a service principal.
package bylaw.sql.grant_to_group

import data.bylaw.lib.people

deny contains finding if {
	some i, grant in input.sql.grants
	some j, principal in grant.principals
	people.is_person(principal)
	finding := {"msg": sprintf("%s is granted to the person %s", [concat(", ", grant.privileges), principal]), "at": ["sql", "grants", i, "principals", j]}
}
