# METADATA
# title: Columns say what they mean
# description: A name alone does not tell the unit, the currency or the time zone.
# custom:
#   aliases: [SQL-DOC-02]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: self-describing
#   unknown: pass
#   suppressible: true
#   remediation: Add COMMENT to the columns.
#   parameters:
#     percent: {type: number, default: 80, order: max, description: "Share of the columns of a table that must have a comment"}
package bylaw.sql.columns_commented

import data.bylaw.lib.sql
import data.parameters.sql.columns_commented as params

deny contains finding if {
	some [i, table] in sql.left
	all := count(table.columns)
	open := [j | some j, column in table.columns; not commented(column)]
	100 * (all - count(open)) < params.percent * all
	names := concat(", ", [table.columns[j].name | some j in open])
	finding := {
		"msg": sprintf("%d of %d columns of %s have no comment: %s", [count(open), all, table.name, names]),
		"at": ["sql", "state", "tables", i, "columns", open[0], "name"],
	}
}

commented(column) if trim_space(column.comment) != ""
