# METADATA
# title: Scripts do not name an environment
# description: A script that names prod cannot be tried in dev, and one that names dev reads test data in prod.
# custom:
#   aliases: [SQL-NAM-04]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: addressable
#   unknown: pass
#   suppressible: true
#   remediation: "Take the catalog from a parameter: IDENTIFIER(:catalog || ...), ${catalog} or USE CATALOG IDENTIFIER(:catalog)."
#   parameters:
#     patterns: {type: array, items: {type: string}, default: ['(^|_)(prod|prd|production|dev|development|test|tst|stage|staging|stg|uat|qa|int|sandbox)(_|$)'], order: superset, description: "Regular expressions for names of catalogs, in lower case, that say an environment"}
package bylaw.sql.environment_free

import data.parameters.sql.environment_free as params

named contains [["sql", "statements", i, "target"], statement.target] if some i, statement in input.sql.statements

named contains [["sql", "statements", i, "reads", j], table] if {
	some i, statement in input.sql.statements
	some j, table in statement.reads
}

deny contains finding if {
	some [path, target] in named
	catalog := first(target)
	some pattern in params.patterns
	regex.match(pattern, lower(catalog))
	finding := {"msg": sprintf("%s names an environment in its catalog %s", [target.fullName, catalog]), "at": array.concat(path, ["fullName"])}
}

container(target) if target.type in {"CATALOG", "SCHEMA"}

first(target) := target.fullName if target.type == "CATALOG"

first(target) := split(target.fullName, ".")[0] if target.type == "SCHEMA"

first(target) := parts[0] if {
	not container(target)
	parts := split(target.fullName, ".")
	count(parts) > 2
}
