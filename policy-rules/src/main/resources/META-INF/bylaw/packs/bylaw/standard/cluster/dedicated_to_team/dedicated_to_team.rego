# METADATA
# title: A dedicated production cluster belongs to a service principal or a group
# description: A cluster of one person stops working for everybody else when that person leaves.
# custom:
#   aliases: [C03]
#   kind: infra
#   subject: cluster
#   severity: warning
#   characteristic: trustworthy
#   unknown: pass
#   remediation: Set single_user_name to a service principal or a group.
#   parameters:
#     environments: {type: array, items: {type: string}, default: [prod, production, prd], order: superset, description: "Environments that count as production, in lower case; \"*\" is any"}
package bylaw.cluster.dedicated_to_team

import data.bylaw.lib.environment
import data.bylaw.lib.people
import data.parameters.cluster.dedicated_to_team as params

deny contains finding if {
	environment.among(params.environments)
	input.cluster.data_security_mode == "SINGLE_USER"
	people.is_person(input.cluster.single_user_name)
	finding := {
		"msg": "the cluster is dedicated to a single person",
		"at": ["cluster", "single_user_name"],
		"wanted": "a service principal or a group",
	}
}
