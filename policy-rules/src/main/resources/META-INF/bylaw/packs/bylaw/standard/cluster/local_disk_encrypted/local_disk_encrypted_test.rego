package bylaw.cluster.local_disk_encrypted_test

import data.bylaw.cluster.local_disk_encrypted as policy

findings(body) := found if {
	found := policy.deny with input as body
		with data.parameters.cluster.local_disk_encrypted as params
}

params := {"domains": ["health"]}

cluster(domain, body) := {"subject": {"domain": domain}, "cluster": body}

test_fails_without_encryption if {
	count(findings(cluster("health", {}))) == 1
	count(findings(cluster("health", {"enable_local_disk_encryption": false}))) == 1
}

test_fails_in_every_domain if {
	count(policy.deny) == 1 with input as {"cluster": {}} with data.parameters.cluster.local_disk_encrypted as {"domains": ["*"]}
}

test_passes_with_encryption if count(findings(cluster("health", {"enable_local_disk_encryption": true}))) == 0

test_passes_in_another_domain if count(findings(cluster("weather", {}))) == 0

test_passes_where_it_is_not_known_yet if {
	count(findings(object.union(
		cluster("health", {}),
		{"unknown": [{"pointer": "/cluster/enable_local_disk_encryption"}]},
	))) == 0
}
