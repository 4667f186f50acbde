# METADATA
# title: What is shared is approved
# description: Shared data leaves the company. The approval is a tag on the table; where the run has no tags at all, nothing is said.
# custom:
#   aliases: [U16]
#   kind: infra
#   subject: workspace
#   severity: error
#   characteristic: compliance
#   unknown: pass
#   remediation: Have the sharing approved, and set the tag.
#   parameters:
#     key: {type: string, default: sharing_approved, order: fixed, description: The key of the tag that says that an object may be shared}
#     values: {type: array, items: {type: string}, default: ["", "true", "yes", approved], order: subset, description: "Values, in lower case, that say yes"}
package bylaw.unity.shared_object_approved

import data.parameters.unity.shared_object_approved as params

approved contains lower(tag.entity_name) if {
	some tag in input.workspace.tags
	tag.tag_key == params.key
	lower(object.get(tag, "tag_value", "")) in params.values
}

deny contains finding if {
	count(input.workspace.tags) > 0
	some i, share in input.workspace.shares
	some j, shared in share.objects
	not is_approved(lower(shared.name))
	finding := {
		"msg": sprintf("%s is shared by %s without approval", [shared.name, share.name]),
		"at": ["workspace", "shares", i, "objects", j, "name"],
		"wanted": sprintf("the tag %s", [params.key]),
	}
}

# a tag on a schema or a catalog is one on all that is in it
is_approved(name) if {
	parts := split(name, ".")
	some end in numbers.range(1, count(parts))
	concat(".", array.slice(parts, 0, end)) in approved
}
