# METADATA
# title: Groups of readers get no right to write
# description: Whoever reads a product relies on it being written by its owners alone.
# custom:
#   aliases: [SQL-ACC-05]
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Grant SELECT or READ VOLUME, or name the group that writes.
#   parameters:
#     readers: {type: array, items: {type: string}, default: ['(^|[^a-z])(readers?|consumers?|viewers?|analysts?|bi|reporting)([^a-z]|$)'], order: superset, description: "Regular expressions for names of groups, in lower case, that read"}
#     privileges: {type: array, items: {type: string}, default: [MODIFY, WRITE_VOLUME, WRITE_FILES, INSERT, UPDATE, DELETE, CREATE_TABLE], order: superset, description: "Privileges to write"}
package bylaw.sql.readers_only_read

import data.bylaw.lib.patterns
import data.parameters.sql.readers_only_read as params

deny contains finding if {
	some i, grant in input.sql.grants
	some j, privilege in grant.privileges
	privilege in params.privileges
	some principal in grant.principals
	patterns.match(params.readers, lower(principal))
	finding := {"msg": sprintf("the readers %s get %s", [principal, replace(privilege, "_", " ")]), "at": ["sql", "grants", i, "privileges", j]}
}
