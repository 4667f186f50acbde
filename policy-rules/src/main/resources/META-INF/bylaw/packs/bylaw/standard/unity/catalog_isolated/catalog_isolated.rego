# METADATA
# title: A production catalog is isolated
# description: An OPEN catalog can be reached from every workspace of the metastore, also from those for development.
# related_resources:
#   - https://docs.databricks.com/catalogs/binding.html
# custom:
#   aliases: [U06]
#   kind: infra
#   subject: catalog
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Set isolation_mode to ISOLATED and bind the catalog to the production workspaces.
#   parameters:
#     environments: {type: array, items: {type: string}, default: [prod, production, prd], order: superset, description: "Environments that count as production, in lower case; a catalog is in one where its name has it as a part; \"*\" is any"}
package bylaw.unity.catalog_isolated

import data.bylaw.lib.environment
import data.parameters.unity.catalog_isolated as params

deny contains finding if {
	environment.among(params.environments)
	mode := object.get(input.catalog, "isolation_mode", "OPEN")
	mode != "ISOLATED"
	not is_foreign
	finding := {
		"msg": sprintf("the production catalog %s is not isolated", [input.catalog.name]),
		"at": ["catalog", "isolation_mode"],
		"found": mode,
		"wanted": "ISOLATED",
	}
}

is_foreign if input.catalog.share_name

is_foreign if input.catalog.catalog_type in {"SYSTEM_CATALOG", "INTERNAL_CATALOG"}
