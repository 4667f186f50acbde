# METADATA
# title: One script writes a table
# description: Two writers overwrite each other, and nobody knows who made a row.
# custom:
#   aliases: [SQL-GEN-02]
#   kind: code
#   subject: data-product
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   remediation: Let one script write the table, or give each writer a table of its own.
#   parameters:
#     kinds: {type: array, items: {type: string}, default: [INSERT INTO, INSERT OVERWRITE, MERGE INTO, UPDATE, DELETE, COPY INTO, APPLY CHANGES INTO, AUTO CDC INTO], order: superset, description: "Statements that write"}
package bylaw.sql.one_writer

import data.parameters.sql.one_writer as params

# Places where scripts write, by the table.
writer contains [table, i] if {
	some i, script in input.sql
	some statement in script.statements
	statement.kind in params.kinds
	table := lower(statement.writes[_].resolved)
}

deny contains finding if {
	some k, script in input.sql
	some j, statement in script.statements
	statement.kind in params.kinds
	some m, written in statement.writes
	others := {input.sql[i].path | some [table, i] in writer; table == lower(written.resolved); i != k}
	count(others) > 0
	not earlier(lower(written.resolved), k, j)
	finding := {
		"msg": sprintf("%s is also written by %s", [written.fullName, concat(", ", others)]),
		"at": ["sql", k, "statements", j, "writes", m, "fullName"],
	}
}

# Of several statements of a script the first tells.
earlier(table, k, j) if {
	some i, statement in input.sql[k].statements
	i < j
	statement.kind in params.kinds
	lower(statement.writes[_].resolved) == table
}
