# METADATA
# title: Tags have the keys and values that are agreed on
# description: A policy that follows a tag does not see one that is spelt in another way.
# custom:
#   aliases: [SQL-TAG-02]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: discoverable
#   unknown: pass
#   suppressible: true
#   remediation: Take one of the values that the message names.
#   parameters:
#     keys: {type: array, items: {type: string}, default: [], order: subset, description: "Keys that tags may have; none means any"}
#     values: {type: object, default: {}, description: "Lists of values by the key of the tag"}
package bylaw.sql.allowed_tags

import data.parameters.sql.allowed_tags as params

tags contains [["sql", "statements", i, "tags", key], key, value] if {
	some i, statement in input.sql.statements
	some key, value in statement.tags
}

tags contains [["sql", "statements", i, "changes", j, "tags", key], key, value] if {
	some i, statement in input.sql.statements
	some j, change in statement.changes
	change.column
	some key, value in change.tags
}

tags contains [["sql", "statements", i, "columns", j, "tags", key], key, value] if {
	some i, statement in input.sql.statements
	some j, column in statement.columns
	some key, value in column.tags
}

deny contains finding if {
	some [path, key, value] in tags
	count(params.keys) > 0
	not key in params.keys
	finding := {"msg": sprintf("the tag %s is not one of %s", [key, concat(", ", params.keys)]), "at": path, "found": key}
}

deny contains finding if {
	some [path, key, value] in tags
	values := params.values[key]
	not value in values
	finding := {"msg": sprintf("the tag %s has the value %q, not one of %s", [key, value, concat(", ", values)]), "at": path, "found": value}
}
