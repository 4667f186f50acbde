# METADATA
# title: Python takes tokens from the environment or a secret scope
# description: Whoever reads the repository, its history or a notebook export has the token.
# custom:
#   aliases: [seed-000-environment-variables]
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Write os.getenv('DATABRICKS_TOKEN') or dbutils.secrets.get(scope, key), and change the token that was written.
#   parameters:
#     names: {type: array, items: {type: string}, default: ['(^|[._-])(password|passwd|pwd|token|api_?key|secret|secret_?key|client_?secret|access_?key|account_?key|private_?key)$'], order: superset, description: "Regular expressions for names, in lower case, of what is secret"}
#     values: {type: array, items: {type: string}, default: ['^dapi[0-9a-f]{32}', '^AKIA[0-9A-Z]{16}$', '^gh[pousr]_[A-Za-z0-9]{36}', '^eyJ[A-Za-z0-9_-]{10,}[.]eyJ', '-----BEGIN [A-Z ]*PRIVATE KEY'], order: superset, description: "Regular expressions for values that are secret whatever their name"}
#     harmless: {type: array, items: {type: string}, default: ['', none, changeme], order: subset, description: "Values that are no secret"}
package bylaw.python.token_free

import data.bylaw.lib.patterns
import data.parameters.python.token_free as params

deny contains finding if {
	some i, assignment in input.sql.assignments
	patterns.match(params.names, lower(assignment.name))
	not assignment.value in params.harmless
	finding := {"msg": sprintf("%s has its value in clear", [assignment.name]), "at": ["sql", "assignments", i, "value"]}
}

deny contains finding if {
	some i, assignment in input.sql.assignments
	patterns.match(params.values, assignment.value)
	not patterns.match(params.names, lower(assignment.name))
	finding := {"msg": sprintf("the value of %s looks like a token", [assignment.name]), "at": ["sql", "assignments", i, "value"]}
}
