# METADATA
# title: Resources that hold data are guarded against destruction
# description: To remove a catalog, schema or volume from a bundle deletes its data with the next deployment.
# related_resources:
#   - https://docs.databricks.com/dev-tools/bundles/resources.html
# custom:
#   aliases: [B03]
#   kind: infra
#   subject: bundle
#   severity: warning
#   characteristic: trustworthy
#   unknown: pass
#   remediation: "Add lifecycle: {prevent_destroy: true} to the resource."
#   parameters:
#     environments: {type: array, items: {type: string}, default: [prod, production, prd], order: superset, description: "Targets in which data matters, in lower case; \"*\" is any"}
#     types: {type: array, items: {type: string}, default: [catalogs, schemas, volumes], order: superset, description: Types of resources that hold data}
package bylaw.bundle.stateful_guarded

import data.bylaw.lib.environment
import data.parameters.bundle.stateful_guarded as params

deny contains finding if {
	environment.among(params.environments)
	some type in params.types
	some name, resource in input.bundle.resources[type]
	object.get(resource, ["lifecycle", "prevent_destroy"], false) != true
	finding := {
		"msg": sprintf("%s of %s is not guarded against destruction", [name, type]),
		"at": ["bundle", "resources", type, name],
		"wanted": "lifecycle.prevent_destroy: true",
	}
}
