package bylaw.descriptor.tags_controlled_test

import data.bylaw.descriptor.tags_controlled as policy

contract := {"tags": ["sales"], "schema": [{"tags": ["gold"], "columns": [{"name": "a", "tags": ["x", "pii:name"]}]}]}

found(tags) := all if all := {finding.at | some finding in policy.deny} with input as {"contract": contract}
	with data.parameters.descriptor.tags_controlled as {"tags": tags}

test_fails_for_every_tag_that_is_not_listed if {
	found(["pii:*"]) == {["contract", "tags", 0], ["contract", "schema", 0, "tags", 0], ["contract", "schema", 0, "columns", 0, "tags", 0]}
}

test_passes_for_listed_tags if found(["sales", "gold", "x", "pii:*"]) == set()

test_passes_without_a_list if found([]) == set()
