# METADATA
# title: The fields of a bundle are known ones
# description: The command line only warns of a misspelt field, and deploys without it.
# related_resources:
#   - https://docs.databricks.com/dev-tools/bundles/settings.html
# custom:
#   aliases: [B02]
#   kind: infra
#   subject: bundle
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   remediation: Correct the name; what the bundle offers is in the output of databricks bundle schema.
#   parameters:
#     top: {type: array, items: {type: string}, default: [artifacts, bundle, environments, experimental, git, include, mode, permissions, presets, python, resources, run_as, scripts, sync, targets, variables, workspace], order: fixed, description: Fields at the top of a bundle or of a target}
#     resources: {type: array, items: {type: string}, default: [alerts, apps, catalogs, clusters, dashboards, database_catalogs, database_instances, experiments, external_locations, genie_spaces, jobs, model_serving_endpoints, models, pipelines, postgres_branches, postgres_endpoints, postgres_projects, quality_monitors, registered_models, schemas, secret_scopes, sql_warehouses, synced_database_tables, vector_search_endpoints, vector_search_indexes, volumes], order: fixed, description: Types of resources}
package bylaw.bundle.field_known

import data.parameters.bundle.field_known as params

deny contains finding if {
	some key, _ in input.raw
	not key in params.top
	finding := {
		"msg": sprintf("a bundle has no field %s", [key]),
		"at": ["raw", key],
		"found": key,
	}
}

deny contains finding if {
	some type, _ in input.raw.resources
	not type in params.resources
	finding := {
		"msg": sprintf("a bundle has no resources of type %s", [type]),
		"at": ["raw", "resources", type],
		"found": type,
	}
}
