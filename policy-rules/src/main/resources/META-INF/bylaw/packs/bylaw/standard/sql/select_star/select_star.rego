# METADATA
# title: Views and new tables list their columns
# description: What is published must not change because a source got a column.
# custom:
#   aliases: [SQL-QRY-01]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   suppressible: true
#   remediation: Write the columns instead of the star.
package bylaw.sql.select_star

deny contains finding if {
	some i, statement in input.sql.statements
	startswith(statement.kind, "CREATE ")
	some j, star in statement.stars
	finding := {"msg": sprintf("%s selects %s", [statement.target.name, star]), "at": ["sql", "statements", i, "stars", j]}
}
