# METADATA
# title: Tables and views say what they are
# description: A consumer who finds a table must be told what is in it.
# custom:
#   aliases: [SQL-DOC-01]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: self-describing
#   unknown: pass
#   suppressible: true
#   remediation: Add COMMENT to the statement, or comment=... to the data set in Python.
package bylaw.sql.object_comment

import data.bylaw.lib.sql

deny contains finding if {
	some i, table in input.sql.tables
	sql.stays(table)
	not commented(table)
	not copied(table)
	finding := {"msg": sprintf("the %s %s has no comment", [table.type, table.name]), "at": ["sql", "tables", i, "name"]}
}

copied(table) if input.sql.statements[table.statement].clone

commented(table) if trim_space(table.comment) != ""

commented(table) if {
	some state in input.sql.state.tables
	sql.key(state) == sql.key(table)
	trim_space(state.comment) != ""
}
