package bylaw.cluster.no_ssh_key_test

import data.bylaw.cluster.no_ssh_key as policy

findings(body) := found if {
	found := policy.deny with input as {"cluster": body}
}

test_fails_with_a_key if count(findings({"ssh_public_keys": ["ssh-rsa AAAA"]})) == 1

test_passes_without if count(findings({"ssh_public_keys": []})) == 0
