# METADATA
# title: Secrets do not stand in scripts
# description: Whoever reads the repository, its history or a log has it.
# custom:
#   aliases: [SQL-SEC-01]
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: "Write secret('scope', 'key') or {{secrets/scope/key}}, and change the secret that was written."
#   parameters:
#     names: {type: array, items: {type: string}, default: ['(^|[._-])(password|passwd|pwd|secret|token|sas_?token|access_?key|account[._]?key|secret_?key|api_?key|client_?secret|private_?key|credentials?)([._-]|$)', 'accesskey', 'secretkey', 'account[.]key'], order: superset, description: "Regular expressions for names, in lower case, of what is secret"}
package bylaw.sql.secret_free

import data.bylaw.lib.patterns
import data.parameters.sql.secret_free as params

said contains [["sql", "statements", i, field, name], name, value] if {
	some i, statement in input.sql.statements
	some field in ["options", "settings", "properties"]
	some name, value in statement[field]
}

deny contains finding if {
	some [path, name, value] in said
	patterns.match(params.names, lower(name))
	not harmless(value)
	finding := {"msg": sprintf("%s has its value in clear", [name]), "at": path}
}

harmless(value) if trim_space(value) in {"", "true", "false", "null"}

harmless(value) if regex.match(`(?i)^secret\s*\(`, value)

harmless(value) if regex.match(`^[$]?[{]`, value)
