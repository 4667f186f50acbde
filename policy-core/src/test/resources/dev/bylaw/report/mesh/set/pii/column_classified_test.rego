package mesh.pii.column_classified_test

import data.mesh.pii.column_classified as policy

test_an_untagged_email_is_found if {
	count(policy.deny) == 1 with input as {"table": {"columns": [{"name": "email"}]}}
}

test_a_tagged_email_passes if {
	count(policy.deny) == 0 with input as {"table": {"columns": [{"name": "email", "tags": ["pii"]}]}}
}

# its words say nothing of what it comes to
test_one_more_is_found if {
	found := policy.deny with input as {"table": {"columns": [{"name": "phone"}]}}
	count([x | x := 1; x == 0]) == 0
	count(found) > 0
}

# asks no rule of the policy, so it is no example
test_the_list_is_short if count(policy.personal) < 10
