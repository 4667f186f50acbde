# METADATA
# title: The history of a table is kept, and not turned back
# description: After VACUUM nothing can be restored; RESTORE takes back what consumers have read.
# custom:
#   aliases: [SQL-DEL-03]
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: trustworthy
#   unknown: pass
#   suppressible: true
#   remediation: Keep at least the hours of the parameter; have RESTORE approved, and write it into a migration.
#   parameters:
#     hours: {type: number, default: 168, order: min, description: "Hours that VACUUM keeps"}
#     folders: {type: array, items: {type: string}, default: ['**/migration/**', '**/migrations/**', 'migration/**', 'migrations/**', '**/rollback/**'], order: subset, description: "Patterns of paths of migrations"}
package bylaw.sql.history_kept

import data.parameters.sql.history_kept as params

deny contains finding if {
	some i, statement in input.sql.statements
	statement.kind == "VACUUM"
	hours := to_number(statement.retainHours)
	hours < params.hours
	finding := {"msg": sprintf("VACUUM keeps %v hours of %s", [hours, statement.target.name]), "at": ["sql", "statements", i, "retainHours"], "found": hours, "wanted": sprintf("at least %v", [params.hours])}
}

deny contains finding if {
	some i, statement in input.sql.statements
	startswith(statement.kind, "RESTORE")
	not migration
	finding := {"msg": sprintf("RESTORE turns %s back outside of the migrations", [statement.target.name]), "at": ["sql", "statements", i, "target", "name"]}
}

migration if {
	some pattern in params.folders
	glob.match(pattern, ["/"], input.subject.path)
}
