package bylaw.job.source_pinned_test

import data.bylaw.job.source_pinned as policy

findings(body) := found if {
	found := policy.deny with input as {"job": body}
}

test_fails_with_a_branch if count(findings({"git_source": {"git_branch": "main"}})) == 1

test_passes_with_a_tag if count(findings({"git_source": {"git_tag": "v1"}})) == 0
