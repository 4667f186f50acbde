# METADATA
# title: Tables are named with catalog and schema
# description: What a short name means depends on the session; it may be another table tomorrow.
# custom:
#   aliases: [SQL-NAM-03]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: addressable
#   unknown: pass
#   suppressible: true
#   remediation: Write catalog.schema.table, or begin the script with USE CATALOG and USE SCHEMA.
package bylaw.sql.full_name

import data.bylaw.lib.sql

deny contains finding if {
	some i, statement in input.sql.statements
	some field in ["reads", "writes"]
	some j, named in statement[field]
	short(named)
	not sql.key(named) in sql.own
	finding := {"msg": sprintf("%s does not say its catalog and schema", [named.fullName]), "at": ["sql", "statements", i, field, j, "fullName"]}
}

short(named) if {
	not named.resolved
	not sql.is_path(named)
}
