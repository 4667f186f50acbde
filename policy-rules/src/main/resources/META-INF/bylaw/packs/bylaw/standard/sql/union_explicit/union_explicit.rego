# METADATA
# title: UNION says whether rows may repeat
# description: UNION alone removes repeated rows, which costs a sort and is seldom meant.
# custom:
#   aliases: [SQL-QRY-05]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   suppressible: true
#   remediation: Write UNION ALL, or UNION DISTINCT.
package bylaw.sql.union_explicit

deny contains finding if {
	some i, statement in input.sql.statements
	some j, operation in statement.setOperations
	operation == "UNION"
	finding := {"msg": "UNION does not say whether rows may repeat", "at": ["sql", "statements", i, "setOperations", j], "found": operation, "wanted": "UNION ALL or UNION DISTINCT"}
}
