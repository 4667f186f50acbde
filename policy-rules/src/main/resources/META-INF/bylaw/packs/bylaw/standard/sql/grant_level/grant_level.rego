# METADATA
# title: Data is granted by table or product, not by catalog or schema
# description: What is added to the schema tomorrow is granted with it.
# custom:
#   aliases: [SQL-ACC-04]
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Grant on the table, view or volume; USE CATALOG and USE SCHEMA may stay where they are.
#   parameters:
#     levels: {type: array, items: {type: string}, default: [CATALOG, SCHEMA, METASTORE], order: superset, description: "Types of securables that hold others"}
#     privileges: {type: array, items: {type: string}, default: [SELECT, MODIFY, READ_VOLUME, WRITE_VOLUME, EXECUTE, READ_FILES, WRITE_FILES], order: superset, description: "Privileges to data"}
package bylaw.sql.grant_level

import data.parameters.sql.grant_level as params

deny contains finding if {
	some i, grant in input.sql.grants
	grant.securable.type in params.levels
	some j, privilege in grant.privileges
	privilege in params.privileges
	finding := {
		"msg": sprintf("%s is granted on the whole %s %s", [replace(privilege, "_", " "), lower(grant.securable.type), object.get(grant.securable, "name", "")]),
		"at": ["sql", "grants", i, "privileges", j],
	}
}
