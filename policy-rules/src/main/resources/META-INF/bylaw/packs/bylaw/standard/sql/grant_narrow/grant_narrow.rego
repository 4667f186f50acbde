# METADATA
# title: Grants give what is needed, and not the right to grant
# description: ALL PRIVILEGES grows with the product, and MANAGE hands out the rights of others.
# custom:
#   aliases: [SQL-ACC-02]
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Grant the privileges that are needed, such as SELECT.
#   parameters:
#     privileges: {type: array, items: {type: string}, default: [ALL_PRIVILEGES, MANAGE, OWN, OWNERSHIP, MANAGE_GRANTS, MANAGE_ALLOWLIST], order: superset, description: "Privileges that are too wide"}
package bylaw.sql.grant_narrow

import data.parameters.sql.grant_narrow as params

deny contains finding if {
	some i, grant in input.sql.grants
	some j, privilege in grant.privileges
	privilege in params.privileges
	finding := {"msg": sprintf("%s is granted to %s", [replace(privilege, "_", " "), concat(", ", grant.principals)]), "at": ["sql", "grants", i, "privileges", j]}
}
