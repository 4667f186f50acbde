# METADATA
# title: Names in Unity Catalog keep to the convention
# description: People and programs guess names right where they follow one pattern.
# custom:
#   aliases: [U03]
#   kind: infra
#   subject: [catalog, schema, table, volume, share, external_location, storage_credential, recipient]
#   severity: warning
#   characteristic: addressable
#   unknown: pass
#   remediation: Rename the object to the name that is proposed.
#   parameters:
#     patterns: {type: object, default: {catalog: "^[a-z][a-z0-9_]*$", schema: "^[a-z][a-z0-9_]*$", table: "^[a-z][a-z0-9_]*$", view: "^[a-z][a-z0-9_]*$", volume: "^[a-z][a-z0-9_]*$", share: "^[a-z][a-z0-9_]*$", external_location: "^[a-z][a-z0-9_-]*$", storage_credential: "^[a-z][a-z0-9_-]*$", recipient: "^[a-z][a-z0-9_-]*$"}, description: "A regular expression for the name of each kind of object, and of views; {domain} and {environment} in it stand for those of the object"}
package bylaw.unity.name_convention

import data.bylaw.lib.securables
import data.parameters.unity.name_convention as params

views := {"VIEW", "MATERIALIZED_VIEW", "METRIC_VIEW"}

sort_of(kind, _) := kind if kind != "table"

sort_of("table", object_) := "view" if object_.table_type in views

sort_of("table", object_) := "table" if not object_.table_type in views

# the pattern with what the subject is; undefined where it is not known
filled(pattern) := text if {
	domain := part(pattern, "domain")
	environment := part(pattern, "environment")
	text := replace(replace(pattern, "{domain}", snake(domain)), "{environment}", snake(environment))
}

part(pattern, name) := "" if not contains(pattern, sprintf("{%s}", [name]))

part(pattern, name) := input.subject[name] if contains(pattern, sprintf("{%s}", [name]))

snake(name) := trim(regex.replace(lower(regex.replace(name, `([a-z0-9])([A-Z])`, "${1}_$2")), `[^a-z0-9]+`, "_"), "_")

deny contains finding if {
	some kind, object_ in securables.all
	pattern := filled(params.patterns[sort_of(kind, object_)])
	not regex.match(pattern, object_.name)
	finding := {
		"msg": sprintf("the name %s does not keep to the convention %s", [object_.name, pattern]),
		"at": [kind, "name"],
		"wanted": proposal(pattern, object_.name),
	}
}

proposal(pattern, name) := snake(name) if regex.match(pattern, snake(name))

proposal(pattern, name) := sprintf("a name that matches %s", [pattern]) if not regex.match(pattern, snake(name))
