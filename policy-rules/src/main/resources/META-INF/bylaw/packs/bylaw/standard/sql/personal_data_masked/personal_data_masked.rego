# METADATA
# title: Columns that are tagged as personal are masked
# description: The tag alone hides nothing.
# custom:
#   aliases: [SQL-PII-02]
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Add MASK to the column, or a policy (CREATE POLICY ... COLUMN MASK) that follows the tag.
#   parameters:
#     tags: {type: array, items: {type: string}, default: [pii, personal, personal_data], order: superset, description: "Keys of tags, in lower case, whose columns are masked"}
#     harmless: {type: array, items: {type: string}, default: [none, "no", "false", public], order: subset, description: "Values of these tags, in lower case, that say the column needs none"}
package bylaw.sql.personal_data_masked

import data.bylaw.lib.sql
import data.parameters.sql.personal_data_masked as params

deny contains finding if {
	some [i, table] in sql.left
	table.type in {"table", "streaming table"}
	some j, column in table.columns
	some key, value in column.tags
	lower(key) in params.tags
	not lower(value) in params.harmless
	not column.mask
	not followed(key)
	finding := {
		"msg": sprintf("%s.%s is tagged %s and has no mask", [table.name, column.name, key]),
		"at": ["sql", "state", "tables", i, "columns", j, "tags", key],
	}
}

# A policy masks the columns that have the tag.
followed(key) if {
	some statement in input.sql.statements
	statement.policy.action == "COLUMN MASK"
	some call in statement.functions
	call.name in {"has_tag", "hastag", "has_tag_value", "hastagvalue"}
	trim(call.arguments[0], `'"`) == key
}
