# METADATA
# title: Grants are on objects of Unity Catalog
# description: ANY FILE and the Hive metastore go around masks, filters and lineage.
# custom:
#   aliases: [SQL-ACC-06]
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Grant on a table or volume in Unity Catalog.
#   parameters:
#     types: {type: array, items: {type: string}, default: [ANY FILE, ANONYMOUS FUNCTION], order: superset, description: "Types of securables that nothing governs"}
#     catalogs: {type: array, items: {type: string}, default: [hive_metastore, spark_catalog], order: superset, description: "Catalogs outside of Unity Catalog, in lower case"}
package bylaw.sql.grant_governed

import data.parameters.sql.grant_governed as params

deny contains finding if {
	some i, grant in input.sql.grants
	grant.securable.type in params.types
	finding := {"msg": sprintf("%s is granted on %s", [concat(", ", grant.privileges), grant.securable.type]), "at": ["sql", "grants", i, "securable", "type"]}
}

deny contains finding if {
	some i, grant in input.sql.grants
	name := object.get(grant.securable, "resolved", grant.securable.name)
	split(lower(name), ".")[0] in params.catalogs
	finding := {"msg": sprintf("%s is granted on %s, outside of Unity Catalog", [concat(", ", grant.privileges), name]), "at": ["sql", "grants", i, "securable", "name"]}
}
