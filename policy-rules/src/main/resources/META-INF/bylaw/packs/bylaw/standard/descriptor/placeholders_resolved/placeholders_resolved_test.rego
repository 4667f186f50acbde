package bylaw.descriptor.placeholders_resolved_test

import data.bylaw.descriptor.placeholders_resolved as policy

params := {"words": ["tbd"], "marks": ["${", "{{"], "except": ["query"]}

found(raw) := all if all := {finding.at | some finding in policy.deny} with input as {"contract": {"standard": "odcs"}, "raw": raw}
	with data.parameters.descriptor.placeholders_resolved as params

test_fails_for_a_mark if found({"a": ["x", "to ${env}"]}) == {["raw", "a", 1]}

test_fails_for_the_only_mark if {
	count(policy.deny) == 1 with input as {"contract": {"standard": "odcs"}, "raw": {"a": "${env}"}}
		with data.parameters.descriptor.placeholders_resolved as object.union(params, {"marks": ["${"]})
}

test_fails_and_shows_the_beginning if {
	long := concat("", ["${", sprintf("%070d", [1]), "}"])
	[finding.msg | some finding in policy.deny] == [sprintf("%q was not filled in", [concat("", ["${", sprintf("%058d", [0])])])] with input as {"contract": {"standard": "odcs"}, "raw": {"a": long}}
		with data.parameters.descriptor.placeholders_resolved as params
}

test_fails_for_a_word if found({"a": {"b": "TBD."}}) == {["raw", "a", "b"]}

test_passes_for_a_secret if found({"a": "{{secrets/s/k}}"}) == set()

test_passes_within_a_query if found({"query": "SELECT ${table}"}) == set()

test_passes_for_words_in_a_sentence if found({"a": "The tbd column", "n": 3}) == set()

test_passes_for_a_part_of_a_product if {
	count(policy.deny) == 0 with input as {"contract": {"standard": "dpds"}, "raw": {"a": "TBD"}}
		with data.parameters.descriptor.placeholders_resolved as params
}
