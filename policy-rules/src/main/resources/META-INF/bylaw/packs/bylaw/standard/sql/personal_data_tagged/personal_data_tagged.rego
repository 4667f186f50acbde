# METADATA
# title: Columns with personal data are tagged
# description: Masks, grants and deletion follow the tag; what has none is open.
# custom:
#   aliases: [SQL-PII-01]
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: secure
#   unknown: pass
#   suppressible: true
#   remediation: "Tag the column: ALTER TABLE ... ALTER COLUMN ... SET TAGS (...)."
#   parameters:
#     names: {type: array, items: {type: string}, default: ['(^|_)(e_?mail|mail_address|phone|mobile|telephone|fax|ssn|social_security|passport|iban|bic|credit_card|card_number|birth_?date|date_of_birth|dob|birthday|first_?name|last_?name|full_?name|surname|given_name|maiden_name|street|home_address|postal_address|ip_address|tax_id|national_id|licen[cs]e_plate|salary|religion|ethnicity|gender|geburtsdatum|vorname|nachname|telefon|strasse|anschrift|steuer_?id)(_|$)'], order: superset, description: "Regular expressions for names of columns, in lower case"}
#     tags: {type: array, items: {type: string}, default: [pii, personal, personal_data, classification, sensitivity], order: subset, description: "Keys of tags, in lower case, that say what a column holds"}
package bylaw.sql.personal_data_tagged

import data.bylaw.lib.patterns
import data.bylaw.lib.sql
import data.parameters.sql.personal_data_tagged as params

deny contains finding if {
	some [i, table] in sql.left
	table.type in {"table", "streaming table"}
	some j, column in table.columns
	patterns.match(params.names, lower(column.name))
	not sql.tagged(column, params.tags)
	not sql.tagged(table, params.tags)
	finding := {
		"msg": sprintf("%s.%s looks like personal data and has no tag %s", [table.name, column.name, concat(" or ", params.tags)]),
		"at": ["sql", "state", "tables", i, "columns", j, "name"],
	}
}
