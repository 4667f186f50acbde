# METADATA
# title: Functions of teams are written in SQL and approved
# description: A function in Python is a black box to the optimiser, to lineage and to reviews.
# custom:
#   aliases: [SQL-QRY-06]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   suppressible: true
#   remediation: Write the function in SQL, or take one from an approved schema.
#   parameters:
#     schemas: {type: array, items: {type: string}, default: [], order: subset, description: "Schemas, in lower case, whose functions may be called; none means any"}
package bylaw.sql.udf_approved

import data.parameters.sql.udf_approved as params

deny contains finding if {
	some i, statement in input.sql.statements
	some j, call in statement.functions
	count(params.schemas) > 0
	contains(call.name, ".")
	not approved(call.name)
	finding := {"msg": sprintf("the function %s is in none of the schemas %s", [call.name, concat(", ", params.schemas)]), "at": ["sql", "statements", i, "functions", j, "name"]}
}

approved(name) if {
	some schema in params.schemas
	startswith(name, sprintf("%s.", [schema]))
}

deny contains finding if {
	some i, statement in input.sql.statements
	statement.kind == "CREATE FUNCTION"
	endswith(upper(statement.language), "PYTHON")
	finding := {"msg": sprintf("the function %s is written in Python", [statement.target.name]), "at": ["sql", "statements", i, "language"]}
}
