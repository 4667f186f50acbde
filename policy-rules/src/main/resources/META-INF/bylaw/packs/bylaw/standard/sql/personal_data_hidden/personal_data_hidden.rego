# METADATA
# title: Views do not show what their source hides
# description: A view or copy without mask or tag shows the column to all who may read it.
# custom:
#   aliases: [SQL-PII-05]
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: secure
#   unknown: pass
#   suppressible: true
#   remediation: Mask or tag the column of the view too, or make it unreadable (sha2, mask).
#   parameters:
#     tags: {type: array, items: {type: string}, default: [pii, personal, personal_data], order: superset, description: "Keys of tags, in lower case, of columns that must not be shown"}
#     functions: {type: array, items: {type: string}, default: [sha1, sha2, md5, hash, xxhash64, mask, aes_encrypt, redact], order: subset, description: "Functions that make a value unreadable, in lower case"}
package bylaw.sql.personal_data_hidden

import data.bylaw.lib.sql
import data.parameters.sql.personal_data_hidden as params

deny contains finding if {
	some i, statement in input.sql.statements
	statement.kind in {"CREATE VIEW", "CREATE MATERIALIZED VIEW", "CREATE TABLE", "CREATE STREAMING TABLE"}
	not sql.temporary(statement)
	some j, made in statement.lineage
	some source in made.sources
	table := lower(source.table)
	column := lower(source.column)
	personal(table, column)
	not personal(sql.key(statement.target), lower(made.column))
	not changed(statement, column)
	finding := {
		"msg": sprintf("%s.%s shows %s.%s, which is tagged or masked there", [statement.target.name, made.column, source.table, source.column]),
		"at": ["sql", "statements", i, "lineage", j, "column"],
	}
}

personal(table, column) if sql.column_masked(table, column)

personal(table, column) if sql.column_tagged(table, column, params.tags)

# A function makes the column unreadable.
changed(statement, column) if {
	some call in statement.functions
	call.name in params.functions
	some argument in call.arguments
	regex.match(sprintf(`(^|[^\w])%s($|[^\w])`, [column]), lower(argument))
}
