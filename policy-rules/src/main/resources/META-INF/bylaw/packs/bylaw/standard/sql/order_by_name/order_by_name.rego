# METADATA
# title: ORDER BY names its columns
# description: A number means another column as soon as somebody adds one before it.
# custom:
#   aliases: [SQL-QRY-05]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   suppressible: true
#   remediation: Write the name of the column.
package bylaw.sql.order_by_name

deny contains finding if {
	some i, statement in input.sql.statements
	some j, key in statement.orderBy
	regex.match(`^[0-9]+$`, key)
	finding := {"msg": sprintf("ORDER BY %s is a position, not a name", [key]), "at": ["sql", "statements", i, "orderBy", j]}
}
