# METADATA
# title: Production catalogs and schemas are not destroyed with their data
# description: With force_destroy, removing the resource from the configuration deletes all tables in it.
# custom:
#   aliases: [U17]
#   kind: infra
#   subject: [catalog, schema]
#   severity: error
#   characteristic: trustworthy
#   unknown: pass
#   remediation: Remove force_destroy.
#   parameters:
#     environments: {type: array, items: {type: string}, default: [prod, production, prd], order: superset, description: "Environments that count as production, in lower case; a catalog is in one where its name has it as a part; \"*\" is any"}
package bylaw.unity.no_force_destroy

import data.bylaw.lib.environment
import data.parameters.unity.no_force_destroy as params

deny contains finding if {
	environment.among(params.environments)
	some kind in ["catalog", "schema"]
	input[kind].force_destroy
	finding := {
		"msg": sprintf("the production %s is destroyed with all that is in it", [kind]),
		"at": [kind, "force_destroy"],
		"wanted": false,
	}
}
