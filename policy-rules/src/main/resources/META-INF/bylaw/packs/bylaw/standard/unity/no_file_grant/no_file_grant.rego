# METADATA
# title: Consumers have no READ FILES or WRITE FILES
# description: Who reads the files of a table goes around its masks and filters; who writes them breaks it.
# custom:
#   aliases: [U09]
#   kind: infra
#   subject: grants
#   severity: error
#   characteristic: secure
#   remediation: Grant SELECT on the table, or READ_VOLUME on a volume.
#   parameters:
#     engineers: {type: array, items: {type: string}, default: ["(^|[-_ ])(owners?|admins?|engineers?|platform)$"], order: subset, description: "Regular expressions for principals, in lower case, that may work with files"}
package bylaw.unity.no_file_grant

import data.bylaw.lib.grants
import data.bylaw.lib.patterns
import data.parameters.unity.no_file_grant as params

deny contains finding if {
	some grant in grants.all
	grant.privilege in {"READ_FILES", "WRITE_FILES"}
	not patterns.match(params.engineers, lower(grant.principal))
	finding := {
		"msg": sprintf("%s has %s and so goes around the rules of tables", [grant.principal, grant.privilege]),
		"at": grant.at,
		"found": grant.privilege,
	}
}
