# METADATA
# title: Classifications are not taken away
# description: Masks and grants that follow the tag end with it, for everybody, at once.
# custom:
#   aliases: [SQL-TAG-03]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: compliance
#   unknown: pass
#   remediation: Leave the tag, or have its removal approved.
#   parameters:
#     tags: {type: array, items: {type: string}, default: [pii, classification, sensitivity, confidentiality, data_classification], order: superset, description: "Keys of tags that classify, in lower case"}
package bylaw.sql.classification_kept

import data.parameters.sql.classification_kept as params

deny contains finding if {
	some i, statement in input.sql.statements
	some j, change in statement.changes
	some k, tag in change.unset
	lower(tag) in params.tags
	change.action != "UNSET PROPERTIES"
	finding := {"msg": sprintf("the tag %s is taken away from %s", [tag, concat(".", array.concat([statement.target.name], [column | column := change.column]))]), "at": ["sql", "statements", i, "changes", j, "unset", k]}
}
