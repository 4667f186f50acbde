# METADATA
# title: Masks, row filters and policies are not dropped
# description: From that moment on everybody who may read the table sees all of it.
# custom:
#   aliases: [SQL-PII-03]
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Replace the protection in the same statement (SET MASK), or have its removal approved.
package bylaw.sql.protection_kept

deny contains finding if {
	some i, statement in input.sql.statements
	some j, change in statement.changes
	change.dropMask
	finding := {"msg": sprintf("the mask of %s.%s is dropped", [statement.target.name, change.column]), "at": ["sql", "statements", i, "changes", j, "dropMask"]}
}

deny contains finding if {
	some i, statement in input.sql.statements
	some j, change in statement.changes
	change.action == "DROP ROW FILTER"
	finding := {"msg": sprintf("the row filter of %s is dropped", [statement.target.name]), "at": ["sql", "statements", i, "changes", j, "action"]}
}

deny contains finding if {
	some i, statement in input.sql.statements
	statement.kind == "DROP POLICY"
	finding := {"msg": sprintf("the policy %s is dropped", [statement.target.name]), "at": ["sql", "statements", i, "kind"]}
}
