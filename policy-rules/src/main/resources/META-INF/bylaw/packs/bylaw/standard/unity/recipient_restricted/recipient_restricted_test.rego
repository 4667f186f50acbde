package bylaw.unity.recipient_restricted_test

import data.bylaw.unity.recipient_restricted as policy

findings(body) := found if {
	found := policy.deny with input as {"recipient": body}
}

recipient(body) := object.union(
	{"name": "acme", "authentication_type": "TOKEN", "expiration_time": 1, "ip_access_list": {"allowed_ip_addresses": ["10.0.0.0/8"]}},
	body,
)

test_fails_from_everywhere if {
	count(findings(recipient({"ip_access_list": {"allowed_ip_addresses": []}}))) == 1
	count(findings(object.remove(recipient({}), ["ip_access_list"]))) == 1
}

test_fails_without_an_expiry if {
	count(findings(object.remove(recipient({}), ["expiration_time"]))) == 1
	count(findings(recipient({"expiration_time": 0, "tokens": [{"id": "a"}]}))) == 1
	count(findings(object.remove(recipient({"tokens": [{"id": "a"}]}), ["expiration_time"]))) == 1
	count(findings(recipient({"tokens": [{"expiration_time": 5}, {"expiration_time": 0}]}))) == 1
}

test_passes_with_both if {
	count(findings(recipient({}))) == 0
	count(findings(recipient({"tokens": [{"expiration_time": 5}]}))) == 0
	count(findings(recipient({"tokens": [{"id": "a"}]}))) == 0
}

test_passes_without_a_token if {
	count(findings({"name": "acme", "authentication_type": "DATABRICKS"})) == 0
	count(findings({"name": "acme", "authentication_type": "OIDC_FEDERATION", "tokens": [{"id": "a"}]})) == 0
}
