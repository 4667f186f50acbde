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
#   parameters:
#     comment: {type: string, default: "", description: "Comment that a fix proposes, with {words} for the words of the name; with none there is no fix"}
package bylaw.sql.object_comment

import data.bylaw.lib.naming
import data.bylaw.lib.sql
import data.parameters.sql.object_comment as params

deny contains finding if {
	some i, table in input.sql.tables
	sql.stays(table)
	not commented(table)
	not copied(table)
	finding := {
		"msg": sprintf("the %s %s has no comment", [table.type, table.name]),
		"at": ["sql", "tables", i, "name"],
		"fix": [sql.behind(table.statement, sprintf("COMMENT ON TABLE %s IS '%s'", [sql.written(table), words(table)])) | params.comment != ""],
	}
}

words(table) := replace(replace(params.comment, "{words}", concat(" ", naming.words(table.name))), "'", `\'`)

copied(table) if input.sql.statements[table.statement].clone

commented(table) if trim_space(table.comment) != ""

commented(table) if {
	some state in input.sql.state.tables
	sql.key(state) == sql.key(table)
	trim_space(state.comment) != ""
}
