# METADATA
# title: Names of columns need no quotes
# description: A name with blanks, upper case or a word of SQL must be quoted by everybody who reads it.
# custom:
#   aliases: [SQL-NAM-02]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: addressable
#   unknown: pass
#   suppressible: true
#   remediation: Take the name that the message proposes.
#   parameters:
#     style: {type: string, default: lower_snake, order: fixed, description: "lower_snake, UPPER_SNAKE, camelCase or PascalCase"}
#     keywords: {type: array, items: {type: string}, default: [select, from, where, group, order, by, table, user, date, timestamp, time, join, on, using, union, all, and, or, not, "null", case, when, then, else, end, in, is, like, between, limit, values, desc, asc], order: superset, description: "Words that are no names, in lower case"}
package bylaw.sql.column_name

import data.bylaw.lib.naming
import data.bylaw.lib.sql
import data.parameters.sql.column_name as params

named contains [["sql", "tables", i, "columns", j, "name"], column.name] if {
	some i, table in input.sql.tables
	some j, column in table.columns
}

named contains [["sql", "statements", i, "changes", j, "columns", k, "name"], column.name] if {
	some i, statement in input.sql.statements
	some j, change in statement.changes
	some k, column in change.columns
}

named contains [["sql", "statements", i, "changes", j, "to"], change.to] if {
	some i, statement in input.sql.statements
	some j, change in statement.changes
	change.action == "RENAME COLUMN"
}

deny contains finding if {
	some [path, name] in named
	wanted := naming.styled(naming.words(name), params.style)
	wanted != name
	finding := {
		"msg": sprintf("the column name %q breaks the style %s; write %s", [name, params.style, wanted]),
		"at": path,
		"fix": [{"rename": array.concat([path], sql.column_uses(name)), "to": wanted} | sql.made_once(name)],
	}
}

deny contains finding if {
	some [path, name] in named
	lower(name) in params.keywords
	finding := {"msg": sprintf("the column name %s is a word of SQL; say which %s it is, such as order_%s", [name, lower(name), lower(name)]), "at": path}
}
