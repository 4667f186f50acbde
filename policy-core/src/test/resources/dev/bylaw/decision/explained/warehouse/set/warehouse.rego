# METADATA
# title: Warehouses are as agreed
# custom:
#   kind: infra
#   subject: warehouse
#   severity: error
package acme.warehouse

allowed := {"2X-Small", "Small", "Medium"}

# membership
deny contains "size" if not input.warehouse.cluster_size in allowed

# a limit
deny contains "stops late" if input.warehouse.auto_stop_mins > 30

# a limit through a variable
deny contains msg if {
	few := input.warehouse.max_num_clusters
	few < 2
	msg := sprintf("%d clusters", [few])
}

# absence
deny contains "no owner" if not input.warehouse.owner

# another rule, which does not hold
is_tagged if {
	some tag in input.warehouse.tags.custom_tags
	tag.key == "cost_center"
	tag.value != ""
}

deny contains "no cost centre" if not is_tagged

# a function, which holds
upper_case(x) if x.name != lower(x.name)

deny contains "name" if upper_case(input.warehouse)

# an element
deny contains sprintf("tag %s", [tag.key]) if {
	some tag in input.warehouse.tags.custom_tags
	not startswith(tag.key, "acme_")
}

# what is counted
deny contains "too many tags" if count([t | some t in input.warehouse.tags.custom_tags; t.value == "x"]) > 1

# conditions that end
deny contains "preview in production" if {
	input.warehouse.warehouse_type == "PRO"
	input.warehouse.channel.name == "CHANNEL_NAME_PREVIEW"
}

# for all
deny contains "no empty values" if {
	not all_filled
}

all_filled if every tag in input.warehouse.tags.custom_tags {
	tag.value != ""
}
