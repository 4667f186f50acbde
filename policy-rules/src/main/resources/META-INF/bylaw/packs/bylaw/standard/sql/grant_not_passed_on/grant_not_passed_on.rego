# METADATA
# title: Who gets a privilege cannot pass it on
# description: Otherwise nobody can say who may read the data, and why.
# custom:
#   aliases: [SQL-ACC-06]
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Leave out WITH GRANT OPTION.
package bylaw.sql.grant_not_passed_on

deny contains finding if {
	some i, statement in input.sql.statements
	statement.kind == "GRANT"
	statement.grantOption
	finding := {"msg": sprintf("%s may pass on %s", [concat(", ", statement.principals), concat(", ", statement.privileges)]), "at": ["sql", "statements", i, "grantOption"]}
}
