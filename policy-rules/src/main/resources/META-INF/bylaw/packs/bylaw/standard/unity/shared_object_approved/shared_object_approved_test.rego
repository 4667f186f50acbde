package bylaw.unity.shared_object_approved_test

import data.bylaw.unity.shared_object_approved as policy

findings(body) := found if {
	found := policy.deny with input as {"workspace": body}
		with data.parameters.unity.shared_object_approved as params
}

params := {"key": "sharing_approved", "values": ["true"]}

workspace(tag) := {
	"tags": [object.union({"entity_name": "sales.core.orders", "tag_key": "sharing_approved", "tag_value": "True"}, tag)],
	"shares": [{"name": "partners", "objects": [{"name": "sales.core.Orders"}]}],
}

test_fails_without_approval if {
	some finding in findings(workspace({"tag_key": "layer"}))
	finding.at == ["workspace", "shares", 0, "objects", 0, "name"]
	count(findings(workspace({"tag_value": "false"}))) == 1
	count(findings(workspace({"entity_name": "sales.core.orders2"}))) == 1
}

test_passes_with_approval if count(findings(workspace({}))) == 0

test_passes_where_all_around_it_is_approved if count(findings(workspace({"entity_name": "sales"}))) == 0

test_passes_without_any_tag if {
	count(findings(object.union(workspace({}), {"tags": []}))) == 0
}
