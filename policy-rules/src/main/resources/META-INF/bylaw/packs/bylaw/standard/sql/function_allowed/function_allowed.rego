# METADATA
# title: Only functions that are allowed are called
# description: Some functions are deprecated, send data out, or cost by the row.
# custom:
#   aliases: [SQL-QRY-06]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   suppressible: true
#   remediation: Take another function, or have this one allowed.
#   parameters:
#     blocked: {type: object, default: {ai_*: sends rows to a model, http_request: "sends data out of the workspace", input_file_name: "is deprecated; read _metadata.file_path", from_avro_legacy: is deprecated, java_method: "runs code that nobody reviews", reflect: "runs code that nobody reviews", python_udf: "runs code that nobody reviews"}, description: "By a function, in lower case with * for any text, what is wrong with it"}
#     allowed: {type: array, items: {type: string}, default: [], order: subset, description: "Functions of these that are allowed"}
package bylaw.sql.function_allowed

import data.parameters.sql.function_allowed as params

deny contains finding if {
	some i, statement in input.sql.statements
	some j, call in statement.functions
	some pattern, reason in params.blocked
	glob.match(pattern, [], call.name)
	not call.name in params.allowed
	finding := {"msg": sprintf("the function %s %s", [call.name, reason]), "at": ["sql", "statements", i, "functions", j, "name"]}
}
