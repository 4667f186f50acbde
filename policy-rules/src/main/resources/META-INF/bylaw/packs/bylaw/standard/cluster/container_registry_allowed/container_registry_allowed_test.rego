package bylaw.cluster.container_registry_allowed_test

import data.bylaw.cluster.container_registry_allowed as policy

findings(body) := found if {
	found := policy.deny with input as {"cluster": body}
		with data.parameters.cluster.container_registry_allowed as params
}

params := {"registries": ["registry.example.com/"]}

test_fails_with_another_registry if count(findings({"docker_image": {"url": "docker.io/x:1"}})) == 1

test_passes_with_an_allowed_registry if count(findings({"docker_image": {"url": "registry.example.com/x:1"}})) == 0

test_passes_without_an_image if count(findings({})) == 0
