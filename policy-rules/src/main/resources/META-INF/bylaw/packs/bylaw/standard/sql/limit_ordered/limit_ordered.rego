# METADATA
# title: LIMIT says which rows come first
# description: Without ORDER BY each run may give other rows.
# custom:
#   aliases: [SQL-QRY-05]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   suppressible: true
#   remediation: Add ORDER BY, or leave out LIMIT.
#   parameters:
#     kinds: {type: array, items: {type: string}, default: [CREATE VIEW, CREATE MATERIALIZED VIEW, CREATE TABLE, CREATE STREAMING TABLE, INSERT INTO, INSERT OVERWRITE, MERGE INTO], order: superset, description: "Statements whose result stays"}
package bylaw.sql.limit_ordered

import data.parameters.sql.limit_ordered as params

deny contains finding if {
	some i, statement in input.sql.statements
	statement.kind in params.kinds
	some j, limit in statement.limits
	not limit.ordered
	finding := {"msg": sprintf("LIMIT %s takes any rows", [limit.text]), "at": ["sql", "statements", i, "limits", j, "text"]}
}
