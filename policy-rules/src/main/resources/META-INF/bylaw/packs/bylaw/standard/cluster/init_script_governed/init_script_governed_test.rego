package bylaw.cluster.init_script_governed_test

import data.bylaw.cluster.init_script_governed as policy

findings(body) := found if {
	found := policy.deny with input as {"cluster": body}
		with data.parameters.cluster.init_script_governed as params
}

params := {"allowed": ["^/Volumes/ops/"]}

test_fails_on_dbfs if count(findings({"init_scripts": [{"dbfs": {"destination": "dbfs:/init.sh"}}]})) == 1

test_fails_elsewhere_in_the_workspace if {
	some finding in findings({"init_scripts": [
		{"volumes": {"destination": "/Volumes/ops/a.sh"}},
		{"workspace": {"destination": "/Users/ann@example.com/a.sh"}},
	]})
	finding.at == ["cluster", "init_scripts", 1, "workspace", "destination"]
}

test_fails_for_a_local_file_with_an_allowed_name if count(findings({"init_scripts": [{"file": {"destination": "/Volumes/ops/a.sh"}}]})) == 1

test_passes_in_an_allowed_volume if count(findings({"init_scripts": [{"volumes": {"destination": "/Volumes/ops/a.sh"}}]})) == 0
