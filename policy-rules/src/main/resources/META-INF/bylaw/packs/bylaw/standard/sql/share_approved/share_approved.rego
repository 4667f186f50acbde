# METADATA
# title: Shares and recipients say what they are for, and who they are
# description: What leaves the company is approved by somebody; a token works for whoever finds it.
# custom:
#   aliases: [SQL-SHR-01]
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Add COMMENT, or the tag of the approval; create the recipient with USING ID.
#   parameters:
#     tags: {type: array, items: {type: string}, default: [approval, approved_by, ticket], order: subset, description: "Keys of tags, in lower case, that name an approval"}
package bylaw.sql.share_approved

import data.bylaw.lib.sql
import data.parameters.sql.share_approved as params

deny contains finding if {
	some i, statement in input.sql.statements
	statement.kind in {"CREATE SHARE", "CREATE RECIPIENT"}
	not explained(statement.target)
	finding := {
		"msg": sprintf("the %s %s has neither a comment nor a tag %s", [lower(statement.target.type), statement.target.name, concat(" or ", params.tags)]),
		"at": ["sql", "statements", i, "target", "name"],
	}
}

explained(target) if {
	some statement in input.sql.statements
	statement.target.type == target.type
	sql.key(statement.target) == sql.key(target)
	explains(statement)
}

explains(statement) if trim_space(statement.comment) != ""

explains(statement) if sql.tagged(statement, params.tags)

deny contains finding if {
	some i, statement in input.sql.statements
	statement.kind == "CREATE RECIPIENT"
	not statement.sharingId
	finding := {"msg": sprintf("the recipient %s gets a token that anybody can use", [statement.target.name]), "at": ["sql", "statements", i, "kind"], "wanted": "USING ID"}
}
