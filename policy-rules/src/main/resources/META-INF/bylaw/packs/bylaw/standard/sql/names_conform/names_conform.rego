# METADATA
# title: Names of objects follow the convention of their layer
# description: Who knows the convention knows the address; two styles make two names of one thing.
# custom:
#   aliases: [SQL-NAM-01]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: addressable
#   unknown: pass
#   suppressible: true
#   remediation: Take the name that the message proposes.
#   parameters:
#     conventions: {type: array, default: [{object: table, style: lower_snake}, {object: view, style: lower_snake}, {object: schema, style: lower_snake}, {object: catalog, style: lower_snake}, {object: volume, style: lower_snake}, {object: function, style: lower_snake}], description: "What names look like: an object (table, view, schema, catalog, volume, function), a layer, domain or environment where it is for some alone; then a style (lower_snake, UPPER_SNAKE, lower-kebab, camelCase, PascalCase), a prefix, a suffix, or a pattern"}
#     long: {type: object, default: {}, description: "Words by their abbreviations, which names must not have"}
package bylaw.sql.names_conform

import data.bylaw.lib.naming
import data.bylaw.lib.sql
import data.parameters.sql.names_conform as params

named contains [i, statement.target] if {
	some i, statement in input.sql.statements
	startswith(statement.kind, "CREATE ")
	not sql.temporary(statement)
}

facts(target) := object.union({"layer": sql.schema(target)}, known)

facts(target) := known if not sql.schema(target)

known[key] := input.subject[key] if some key in ["domain", "environment"]

kind(target) := "view" if endswith(target.type, "VIEW")

kind(target) := "table" if endswith(target.type, "TABLE")

kind(target) := lower(target.type) if not regex.match("(TABLE|VIEW)$", target.type)

deny contains finding if {
	some [i, target] in named
	some convention in params.conventions
	naming.holds(convention, kind(target), facts(target))
	problem := naming.broken(target.name, convention, facts(target), params.long)
	proposed := naming.proposed(target.name, convention, facts(target), params.long)
	finding := {
		"msg": sprintf("the %s name %s breaks the convention; %s", [kind(target), target.name, problem]),
		"at": ["sql", "statements", i, "target", "name"],
		"fix": [{"rename": sql.uses(target), "to": proposed} | proposed != target.name],
	}
}
