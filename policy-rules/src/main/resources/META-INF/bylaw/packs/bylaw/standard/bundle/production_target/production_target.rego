# METADATA
# title: The production target is in production mode, runs as a service principal, and lies in a shared folder
# description: The command line checks the mode alone when it deploys; here it is known before.
# related_resources:
#   - https://docs.databricks.com/dev-tools/bundles/deployment-modes.html
# custom:
#   aliases: [B01]
#   kind: infra
#   subject: bundle
#   severity: error
#   characteristic: trustworthy
#   unknown: pass
#   remediation: "In the target, write mode: production, run_as with service_principal_name, and workspace.root_path below /Workspace/Shared or a folder of the team."
#   parameters:
#     environments: {type: array, items: {type: string}, default: [prod, production, prd], order: superset, description: "Targets that count as production, in lower case; \"*\" is any"}
#     personal: {type: array, items: {type: string}, default: ["/Users/", "^~", "current_user"], order: superset, description: Regular expressions for folders of a person}
package bylaw.bundle.production_target

import data.bylaw.lib.environment
import data.bylaw.lib.patterns
import data.parameters.bundle.production_target as params

deny contains finding if {
	environment.among(params.environments)
	object.get(input.bundle, "mode", "") != "production"
	finding := {
		"msg": "the target is not in production mode",
		"at": ["bundle", "mode"],
		"wanted": "production",
	}
}

deny contains finding if {
	environment.among(params.environments)
	not input.bundle.run_as.service_principal_name
	finding := {
		"msg": "the target does not run as a service principal",
		"at": ["bundle", "run_as"],
		"wanted": "service_principal_name",
	}
}

deny contains finding if {
	environment.among(params.environments)
	path := input.raw.workspace.root_path
	patterns.match(params.personal, path)
	finding := {
		"msg": "the target is deployed to the folder of a person",
		"at": ["raw", "workspace", "root_path"],
		"found": path,
		"wanted": "a folder of the team",
	}
}

# without root_path, the command line takes the home of who deploys
deny contains finding if {
	environment.among(params.environments)
	not input.raw.workspace.root_path
	finding := {
		"msg": "the target names no root_path, so it is deployed to the home of the person who deploys it",
		"at": ["bundle", "workspace", "root_path"],
		"wanted": "a folder of the team",
	}
}
