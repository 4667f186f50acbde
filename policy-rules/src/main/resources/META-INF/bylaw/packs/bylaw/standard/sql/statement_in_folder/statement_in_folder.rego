# METADATA
# title: Folders hold the statements that belong there
# description: Who reviews grants looks into one folder.
# custom:
#   aliases: [SQL-GEN-02]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   suppressible: true
#   remediation: Move the statement into the folder of its kind.
#   parameters:
#     folders: {type: object, default: {}, description: "By the pattern of paths, kinds of statements that may stand there, with * for any text"}
package bylaw.sql.statement_in_folder

import data.parameters.sql.statement_in_folder as params

deny contains finding if {
	some folder, kinds in params.folders
	glob.match(folder, ["/"], input.subject.path)
	some i, statement in input.sql.statements
	not allowed(statement.kind, kinds)
	finding := {"msg": sprintf("%s does not belong into %s", [statement.kind, folder]), "at": ["sql", "statements", i, "kind"], "found": statement.kind}
}

allowed(kind, kinds) if {
	some pattern in kinds
	glob.match(pattern, [], kind)
}
