# METADATA
# title: Published tables carry the tags that people look for
# description: Domain, product and classification find a table, and say who may see it.
# custom:
#   aliases: [SQL-TAG-01]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: discoverable
#   unknown: pass
#   suppressible: true
#   remediation: Add the tags with ALTER TABLE ... SET TAGS.
#   parameters:
#     tags: {type: array, items: {type: string}, default: [domain, product, classification], order: superset, description: "Keys of tags, in lower case"}
#     known: {type: object, default: {domain: domain, product: product}, description: "Tags whose value is known: the domain, product or environment of the subject; a fix adds them"}
#     values: {type: object, default: {}, description: "Values of tags that a fix adds as they are"}
#     schemas: {type: array, items: {type: string}, default: [gold, gold_*, '*_gold'], order: superset, description: "Schemas with published tables, with * for any text"}
package bylaw.sql.required_tags

import data.bylaw.lib.sql
import data.parameters.sql.required_tags as params

deny contains finding if {
	some [i, table] in sql.left
	sql.within(table, params.schemas)
	missing := [name | some name in params.tags; not name in keys(table)]
	count(missing) > 0
	finding := {
		"msg": sprintf("%s has no tag %s", [table.name, concat(", ", missing)]),
		"at": ["sql", "state", "tables", i, "name"],
		"fix": [sql.behind(made, sprintf("ALTER TABLE %s SET TAGS (%s)", [sql.written(table), concat(", ", facts(missing))])) |
			count(facts(missing)) == count(missing)
			made := [j | some j, statement in input.sql.statements; sql.key(statement.target) == sql.key(table); startswith(statement.kind, "CREATE ")][0]
		],
	}
}

facts(names) := [sprintf("'%s' = '%s'", [name, replace(value, "'", `\'`)]) | some name in names; value := value_of(name)]

value_of(name) := params.values[name]

value_of(name) := input.subject[params.known[name]] if not params.values[name]

keys(table) := {lower(key) | some key, _ in table.tags}
