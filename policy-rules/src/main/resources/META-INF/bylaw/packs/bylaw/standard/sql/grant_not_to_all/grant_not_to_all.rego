# METADATA
# title: Nothing is granted to everybody
# description: Who everybody is changes daily, and nobody can say who reads the data.
# custom:
#   aliases: [SQL-ACC-01]
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Grant to the group of the consumers.
#   parameters:
#     everybody: {type: array, items: {type: string}, default: [account users, users, all users, public], order: superset, description: "Groups, in lower case, that hold everybody"}
package bylaw.sql.grant_not_to_all

import data.parameters.sql.grant_not_to_all as params

deny contains finding if {
	some i, grant in input.sql.grants
	some j, principal in grant.principals
	lower(principal) in params.everybody
	finding := {"msg": sprintf("%s is granted to %s, which is everybody", [concat(", ", grant.privileges), principal]), "at": ["sql", "grants", i, "principals", j]}
}
