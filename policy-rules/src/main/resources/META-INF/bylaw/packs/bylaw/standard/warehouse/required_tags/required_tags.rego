# METADATA
# title: Warehouses have the required tags, with allowed values
# description: Tags say who pays and whom to ask.
# custom:
#   aliases: [W04]
#   kind: infra
#   subject: warehouse
#   severity: warning
#   characteristic: cost
#   unknown: pass
#   remediation: Add the tags to tags.custom_tags.
#   parameters:
#     required: {type: array, items: {type: string}, default: [owner, domain, data_product, cost_center, environment], order: superset, description: "The names of tags that must be there; CostCenter is cost_center"}
#     values: {type: object, default: {}, description: "The allowed values of a tag, by its name"}
package bylaw.warehouse.required_tags

import data.bylaw.lib.tags
import data.parameters.warehouse.required_tags as params

deny contains finding if {
	missing := tags.missing(object.get(input.warehouse, "tags", {}), params.required)
	count(missing) > 0
	not is_open
	finding := {
		"msg": sprintf("the warehouse lacks the tags %s", [concat(", ", missing)]),
		"at": ["warehouse", "tags"],
		"wanted": concat(", ", params.required),
	}
}

deny contains finding if {
	some key, allowed in tags.refused(input.warehouse.tags, params.values)
	finding := {
		"msg": sprintf("the tag %s has a value that is not allowed", [key]),
		"at": ["warehouse", "tags", key],
		"wanted": sprintf("one of %s", [concat(", ", allowed)]),
	}
}

is_open if {
	some value in input.unknown
	startswith(value.pointer, "/warehouse/tags")
}
