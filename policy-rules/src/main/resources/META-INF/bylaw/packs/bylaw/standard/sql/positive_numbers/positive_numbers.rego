# METADATA
# title: Numbers that cannot be negative are checked
# description: An employee number of -1 or a negative amount is found by the consumer, unless the table refuses it.
# custom:
#   aliases: [seed-003-positive-numbers]
#   kind: data
#   subject: sql
#   severity: warning
#   characteristic: trustworthy
#   unknown: pass
#   suppressible: true
#   remediation: "Add CONSTRAINT ... CHECK (column > 0), or EXPECT in a pipeline."
#   parameters:
#     names: {type: array, items: {type: string}, default: ['(^|_)(emp_num|quantity|qty|passenger_count)$'], order: superset, description: "Regular expressions for names, in lower case, of columns with positive numbers"}
package bylaw.sql.positive_numbers

import data.bylaw.lib.patterns
import data.bylaw.lib.sql
import data.parameters.sql.positive_numbers as params

column contains [i, j] if {
	some [i, table] in sql.left
	table.type in {"table", "streaming table"}
	some j, column in table.columns
	patterns.match(params.names, lower(column.name))
	regex.match("(?i)^(TINY|SMALL|BIG)?INT|^INTEGER|^LONG|^SHORT|^DECIMAL|^NUMERIC|^DOUBLE|^FLOAT", column.type)
}

deny contains finding if {
	some [i, j] in column
	table := input.sql.state.tables[i]
	name := table.columns[j].name
	not checked(table, name)
	finding := {"msg": sprintf("nothing says that %s.%s is positive", [table.name, name]), "at": ["sql", "state", "tables", i, "columns", j, "name"], "wanted": sprintf("CHECK (%s > 0)", [name])}
}

checked(table, name) if {
	some constraint in table.constraints
	regex.match(sprintf(`(^|[^\w])%s\s*(>=?\s*[0-9]|between\s+[0-9])`, [lower(name)]), lower(constraint.text))
}
