# METADATA
# title: Masks and row filters are approved functions
# description: A function that anybody may replace, or that answers differently each time, protects nothing.
# custom:
#   aliases: [SQL-PII-04]
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Take a function from an approved schema, written in SQL and DETERMINISTIC.
#   parameters:
#     schemas: {type: array, items: {type: string}, default: [], order: subset, description: "Schemas with approved functions, as catalog.schema; none means any"}
package bylaw.sql.mask_approved

import data.bylaw.lib.sql
import data.parameters.sql.mask_approved as params

used contains [["sql", "statements", i, "columns", j, "mask", "function"], function] if {
	some i, statement in input.sql.statements
	some j, column in statement.columns
	function := column.mask.function
}

used contains [["sql", "statements", i, "changes", j, "mask", "function"], function] if {
	some i, statement in input.sql.statements
	some j, change in statement.changes
	function := change.mask.function
}

used contains [["sql", "statements", i, "rowFilter", "function"], function] if {
	some i, statement in input.sql.statements
	function := statement.rowFilter.function
}

used contains [["sql", "statements", i, "policy", "function"], function] if {
	some i, statement in input.sql.statements
	function := statement.policy.function
}

deny contains finding if {
	some [path, function] in used
	count(params.schemas) > 0
	not approved(function)
	finding := {"msg": sprintf("the function %s is in none of the schemas %s", [function, concat(", ", params.schemas)]), "at": path}
}

approved(function) if {
	some schema in params.schemas
	startswith(lower(function), sprintf("%s.", [lower(schema)]))
}

deny contains finding if {
	some i, statement in input.sql.statements
	statement.kind == "CREATE FUNCTION"
	sql.key(statement.target) in {lower(function) | some [_, function] in used}
	some problem in problems(statement)
	finding := {"msg": sprintf("the function %s protects data and %s", [statement.target.fullName, problem]), "at": ["sql", "statements", i, "target", "fullName"]}
}

problems(statement) := {"is written in Python" | endswith(upper(statement.language), "PYTHON")} | {"is not deterministic" | statement.deterministic == false}
