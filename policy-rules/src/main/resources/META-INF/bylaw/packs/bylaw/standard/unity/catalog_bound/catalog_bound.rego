# METADATA
# title: A production catalog is bound to production workspaces
# description: An isolated catalog can be reached from the workspaces that it is bound to; whoever binds it to one for development opens production to it.
# related_resources:
#   - https://docs.databricks.com/catalogs/binding.html
# custom:
#   aliases: [U06]
#   kind: infra
#   subject: workspace
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Bind the catalog to the production workspaces, and only to those.
#   parameters:
#     environments: {type: array, items: {type: string}, default: [prod, production, prd], order: superset, description: "Environments that count as production, in lower case; a catalog is in one where its name has it as a part; \"*\" is any"}
#     workspaces: {type: array, items: {type: number}, default: [], order: subset, description: "Ids of the workspaces that production catalogs may be bound to; none means any"}
package bylaw.unity.catalog_bound

import data.bylaw.lib.environment
import data.parameters.unity.catalog_bound as params

# Where a run has no binding at all, it does not know of any.
deny contains finding if {
	count(input.workspace.workspace_bindings) > 0
	some i, catalog in input.workspace.catalogs
	judged(catalog)
	not lower(catalog.name) in bound
	finding := {
		"msg": sprintf("the production catalog %s is bound to no workspace", [catalog.name]),
		"at": ["workspace", "catalogs", i, "isolation_mode"],
		"wanted": "a binding to a workspace",
	}
}

deny contains finding if {
	count(params.workspaces) > 0
	some i, binding in input.workspace.workspace_bindings
	is_of_catalog(binding)
	some catalog in input.workspace.catalogs
	judged(catalog)
	lower(catalog.name) == lower(binding.securable_name)
	not binding.workspace_id in params.workspaces
	finding := {
		"msg": sprintf("the production catalog %s is bound to workspace %v, which is not for production", [catalog.name, binding.workspace_id]),
		"at": ["workspace", "workspace_bindings", i, "workspace_id"],
		"found": binding.workspace_id,
		"wanted": params.workspaces,
	}
}

judged(catalog) if {
	catalog.isolation_mode == "ISOLATED"
	environment.named(catalog.name, params.environments)
}

bound contains lower(binding.securable_name) if {
	some binding in input.workspace.workspace_bindings
	is_of_catalog(binding)
}

is_of_catalog(binding) if lower(object.get(binding, "securable_type", "catalog")) == "catalog"
