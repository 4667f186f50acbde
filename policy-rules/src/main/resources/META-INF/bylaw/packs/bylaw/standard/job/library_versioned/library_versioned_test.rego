package bylaw.job.library_versioned_test

import data.bylaw.job.library_versioned as policy

findings(body) := found if {
	found := policy.deny with input as {"job": body}
}

libraries(entry) := {"tasks": [{"libraries": [entry]}]}

dependency(name) := {"environments": [{"spec": {"dependencies": [name]}}]}

test_fails_without_a_version if {
	count(findings(libraries({"pypi": {"package": "pandas"}}))) == 1
	count(findings(libraries({"pypi": {"package": "pandas>=2"}}))) == 1
	count(findings(libraries({"cran": {"package": "ada"}}))) == 1
	count(findings(libraries({"maven": {"coordinates": "com.example:lib:LATEST"}}))) == 1
}

test_fails_for_serverless_compute if {
	count(findings(dependency("pandas"))) == 1
	count(findings(dependency("pandas[excel] >= 2.0"))) == 1
}

test_passes_with_a_version if {
	count(findings(libraries({"pypi": {"package": "pandas==2.2.3"}}))) == 0
	count(findings(libraries({"maven": {"coordinates": "com.example:lib_2.12:1.4.0"}}))) == 0
	count(findings(dependency("pandas==2.2.3"))) == 0
	count(findings(dependency("/Volumes/ops/wheels/orders-1.0-py3-none-any.whl"))) == 0
}
