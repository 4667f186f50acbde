package bylaw.descriptor.secrets_absent_test

import data.bylaw.descriptor.secrets_absent as policy

params := {"forms": "dapi[0-9a-f]{4}", "names": ["password"]}

found(raw) := all if all := {finding.at | some finding in policy.deny} with input as {"contract": {"standard": "odcs"}, "raw": raw}
	with data.parameters.descriptor.secrets_absent as params

test_fails_for_a_token if found({"a": ["x", "token dapi12ab"]}) == {["raw", "a", 1]}

test_fails_for_a_password if found({"servers": {"Password": "hunter2"}}) == {["raw", "servers", "Password"]}

test_fails_without_showing_the_value if {
	all := policy.deny with input as {"product": {}, "raw": {"password": "hunter2"}} with data.parameters.descriptor.secrets_absent as params
	not contains(json.marshal([{"msg": finding.msg, "found": finding.found} | some finding in all]), "hunter2")
	count(all) == 1
}

test_passes_for_a_reference if found({"password": "{{secrets/scope/key}}"}) == set()

test_passes_for_a_blank if found({"password": " "}) == set()

test_passes_for_other_text if found({"a": "dapi12", "passwords": "x"}) == set()

# Its product's file is judged as a whole.
test_passes_for_a_part_of_a_product if {
	count(policy.deny) == 0 with input as {"contract": {"standard": "dpds"}, "raw": {"password": "hunter2", "a": "dapi12ab"}}
		with data.parameters.descriptor.secrets_absent as params
}
