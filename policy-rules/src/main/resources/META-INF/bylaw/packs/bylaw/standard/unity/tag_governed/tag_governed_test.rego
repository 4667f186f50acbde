package bylaw.unity.tag_governed_test

import data.bylaw.unity.tag_governed as policy

findings(body) := found if {
	found := policy.deny with input as {"workspace": body}
		with data.parameters.unity.tag_governed as params
}

params := {"governed": {"layer": ["gold", "silver"], "team": []}, "free": ["^x_"]}

tag(key, value) := {"tags": [{"entity_name": "a.b.c", "tag_key": key, "tag_value": value}], "tag_policies": [{"tag_key": "pii", "values": [{"name": "high"}]}]}

test_fails_with_another_key if {
	some finding in findings(tag("PII", "high"))
	finding.at == ["workspace", "tags", 0, "tag_key"]
}

test_fails_with_another_value if {
	some finding in findings(tag("pii", "hihg"))
	finding.at == ["workspace", "tags", 0, "tag_value"]
	count(findings(tag("layer", "bronze"))) == 1
}

test_passes_with_a_governed_tag if {
	count(findings(tag("pii", "high"))) == 0
	count(findings(tag("layer", "gold"))) == 0
	count(findings(tag("team", "anything"))) == 0
}

test_passes_with_a_free_tag if count(findings(tag("x_note", "anything"))) == 0

test_passes_without_policies if {
	count(policy.deny) == 0 with input as {"workspace": {"tags": [{"entity_name": "a", "tag_key": "k", "tag_value": "v"}]}}
		with data.parameters.unity.tag_governed as {"governed": {}, "free": []}
}

test_fails_where_one_tag_is_governed if {
	count(policy.deny) == 1 with input as {"workspace": {"tags": [{"entity_name": "a", "tag_key": "k", "tag_value": "v"}]}}
		with data.parameters.unity.tag_governed as {"governed": {"layer": ["gold"]}, "free": []}
}
