# METADATA
# title: Tags are governed
# description: A misspelt tag protects nothing. Keys and values come from the tag policies of the run, and from the parameter; without any, nothing is said.
# related_resources:
#   - https://docs.databricks.com/admin/governed-tags/
# custom:
#   aliases: [U11]
#   kind: infra
#   subject: workspace
#   severity: warning
#   characteristic: compliance
#   unknown: pass
#   remediation: Use a governed tag, or ask for a tag policy.
#   parameters:
#     governed: {type: object, default: {}, description: "The allowed values of a tag as a list, by its key; an empty list allows all"}
#     free: {type: array, items: {type: string}, default: [], order: subset, description: Regular expressions for keys of tags that may have any value}
package bylaw.unity.tag_governed

import data.bylaw.lib.patterns
import data.parameters.unity.tag_governed as params

allowed[key] contains value if {
	some key, values in params.governed
	some value in values
}

allowed[policy.tag_key] contains value.name if {
	some policy in input.workspace.tag_policies
	some value in policy.values
}

keys contains key if some key, _ in params.governed

keys contains policy.tag_key if some policy in input.workspace.tag_policies

deny contains finding if {
	count(keys) > 0
	some i, tag in input.workspace.tags
	not tag.tag_key in keys
	not patterns.match(params.free, tag.tag_key)
	finding := {
		"msg": sprintf("the tag %s of %s is not governed", [tag.tag_key, tag.entity_name]),
		"at": ["workspace", "tags", i, "tag_key"],
		"wanted": sprintf("one of %s", [concat(", ", sort(keys))]),
	}
}

deny contains finding if {
	some i, tag in input.workspace.tags
	values := allowed[tag.tag_key]
	not object.get(tag, "tag_value", "") in values
	finding := {
		"msg": sprintf("the value of the tag %s of %s is not governed", [tag.tag_key, tag.entity_name]),
		"at": ["workspace", "tags", i, "tag_value"],
		"wanted": sprintf("one of %s", [concat(", ", sort(values))]),
	}
}
