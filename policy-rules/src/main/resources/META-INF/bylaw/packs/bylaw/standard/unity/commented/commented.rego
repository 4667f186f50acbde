# METADATA
# title: Catalogs, schemas, tables, volumes and shares have a comment
# description: People find data by what is said about it; a name alone says too little.
# custom:
#   aliases: [U01]
#   kind: infra
#   subject: [catalog, schema, table, volume, share]
#   severity: warning
#   characteristic: discoverable
#   unknown: pass
#   remediation: Write a comment that says what the object holds, and for whom.
package bylaw.unity.commented

import data.bylaw.lib.securables

deny contains finding if {
	some kind, object_ in securables.all
	trim_space(object.get(object_, "comment", "")) == ""
	not is_open(kind)
	finding := {
		"msg": sprintf("the %s %s has no comment", [kind, object.get(object_, "name", "")]),
		"at": [kind, "comment"],
	}
}

is_open(kind) if {
	some value in input.unknown
	value.pointer == sprintf("/%s/comment", [kind])
}
