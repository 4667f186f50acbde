# METADATA
# title: Tags that everything has
# custom: {kind: infra, subject: warehouse}
package required_tags

deny contains sprintf("no tag %s", [tag]) if {
	some tag in {"a", "cost_center"} - object.keys(input.warehouse.tags)
}

deny contains sprintf("no tag %s", [tag]) if {
	some tag in ["owner"]
	not input.warehouse.tags[tag]
}

deny contains "tag a is b" if {
	some tag, value in input.warehouse.tags
	value == "b"
}
