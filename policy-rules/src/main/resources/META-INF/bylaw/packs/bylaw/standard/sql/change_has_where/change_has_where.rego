# METADATA
# title: DELETE and UPDATE say which rows
# description: Without WHERE every row is hit; mostly the line was forgotten.
# custom:
#   aliases: [SQL-DEL-01]
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: trustworthy
#   unknown: pass
#   suppressible: true
#   remediation: Add WHERE; to empty a table on purpose, write TRUNCATE in a migration.
package bylaw.sql.change_has_where

deny contains finding if {
	some i, statement in input.sql.statements
	statement.parsed
	statement.kind in {"DELETE", "UPDATE"}
	not chosen(statement)
	finding := {"msg": sprintf("%s hits every row of %s", [statement.kind, statement.target.name]), "at": ["sql", "statements", i, "target", "name"]}
}

chosen(statement) if {
	some predicate in statement.predicates
	predicate.clause == "WHERE"
}
