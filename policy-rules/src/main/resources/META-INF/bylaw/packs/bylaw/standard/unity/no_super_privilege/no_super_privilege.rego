# METADATA
# title: Only owners have ALL PRIVILEGES or MANAGE
# description: Who has all privileges gets also those that come later; who may manage an object can grant it to others.
# related_resources:
#   - https://docs.databricks.com/data-governance/unity-catalog/manage-privileges/privileges.html
# custom:
#   aliases: [U07]
#   kind: infra
#   subject: grants
#   severity: error
#   characteristic: secure
#   remediation: Grant the privileges that are needed, such as USE_SCHEMA and SELECT.
#   parameters:
#     privileges: {type: array, items: {type: string}, default: [ALL_PRIVILEGES, MANAGE], order: superset, description: "Privileges that only owners have, in upper case"}
#     owners: {type: array, items: {type: string}, default: ["(^|[-_ ])(owners?|admins?|stewards?)$"], order: subset, description: "Regular expressions for principals, in lower case, that are owners"}
package bylaw.unity.no_super_privilege

import data.bylaw.lib.grants
import data.bylaw.lib.patterns
import data.parameters.unity.no_super_privilege as params

deny contains finding if {
	some grant in grants.all
	grant.privilege in params.privileges
	not patterns.match(params.owners, lower(grant.principal))
	finding := {
		"msg": sprintf("%s has %s and is no owner", [grant.principal, grant.privilege]),
		"at": grant.at,
		"found": grant.privilege,
	}
}
