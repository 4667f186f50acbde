package bylaw.descriptor.status_known_test

import data.bylaw.descriptor.status_known as policy

params := {"words": {"odcs": ["draft", "active"]}, "meant": {"current": "active", "sunset": "deprecated"}}

found(contract) := all if all := {finding.msg | some finding in policy.deny} with input as {"contract": contract}
	with data.parameters.descriptor.status_known as params

test_fails_and_proposes_what_is_meant if {
	found({"standard": "odcs", "status": "Current"}) == {`the status "Current" is not a word of odcs; write active`}
}

test_fails_for_another_case if {
	found({"standard": "odcs", "status": "Active"}) == {`the status "Active" is not a word of odcs; write active`}
}

test_fails_for_another_case_of_a_word_that_means_another_elsewhere if {
	[finding.wanted | some finding in policy.deny] == [["draft", "active"]] with input as {"contract": {"standard": "odcs", "status": "Draft"}}
		with data.parameters.descriptor.status_known as object.union(params, {"meant": {"draft": "active"}})
}

test_fails_for_a_word_that_means_nothing if {
	found({"standard": "odcs", "status": "x"}) == {`the status "x" is not a word of odcs; write one that is`}
}

test_fails_for_a_word_whose_meaning_is_none_of_the_standard if {
	found({"standard": "odcs", "status": "sunset"}) == {`the status "sunset" is not a word of odcs; write one that is`}
}

test_fails_without_a_status if count(found({"standard": "odcs"})) == 1

test_passes_for_a_word_of_the_standard if count(found({"standard": "odcs", "status": "draft"})) == 0

test_passes_for_a_standard_without_words if count(found({"standard": "dpds", "status": "x"})) == 0

test_fails_and_proposes_words_of_the_standard_alone if {
	fixes := {finding.fix | some status in ["Current", "x"]; some finding in policy.deny with input as {"contract": {"standard": "odcs", "status": status}} with data.parameters.descriptor.status_known as params}
	fixes == {[{"set": ["contract", "status"], "to": "active"}], []}
}
