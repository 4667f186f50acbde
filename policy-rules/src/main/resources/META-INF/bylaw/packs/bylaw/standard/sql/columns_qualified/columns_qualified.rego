# METADATA
# title: Columns say whose they are where several tables are read
# description: A column that one of the tables gets tomorrow makes the query fail, or mean something else.
# custom:
#   aliases: [SQL-QRY-04]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   suppressible: true
#   remediation: Put the alias of the table before the column.
package bylaw.sql.columns_qualified

deny contains finding if {
	some i, statement in input.sql.statements
	some j, column in statement.unqualified
	finding := {"msg": sprintf("%s does not say of which table it is", [column]), "at": ["sql", "statements", i, "unqualified", j]}
}
