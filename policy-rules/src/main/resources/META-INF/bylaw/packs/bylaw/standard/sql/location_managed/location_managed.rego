# METADATA
# title: Tables and volumes are managed, or lie where they may
# description: A path of its own is not cleaned up, not optimised, and reachable around the catalog.
# custom:
#   aliases: [SQL-STO-01]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   suppressible: true
#   remediation: Leave out LOCATION, or take one of the allowed prefixes.
#   parameters:
#     locations: {type: array, items: {type: string}, default: [], order: subset, description: "Prefixes of paths where external tables and volumes may lie"}
package bylaw.sql.location_managed

import data.parameters.sql.location_managed as params

deny contains finding if {
	some i, statement in input.sql.statements
	statement.target.type in {"TABLE", "VOLUME", "STREAMING TABLE"}
	not allowed(statement.location)
	finding := {"msg": sprintf("%s lies outside of what the catalog manages, at %s", [statement.target.name, statement.location]), "at": ["sql", "statements", i, "location"]}
}

deny contains finding if {
	some i, table in input.sql.tables
	table.language == "python"
	not allowed(table.location)
	finding := {"msg": sprintf("%s lies outside of what the catalog manages, at %s", [table.name, table.location]), "at": ["sql", "tables", i, "location"]}
}

allowed(location) if {
	some prefix in params.locations
	startswith(location, prefix)
}
