package council.ownership.support_path_test

import data.council.ownership.support_path as policy

test_no_channel_is_found if count(policy.deny) == 1 with input as {"product": {"name": "orders"}}

test_a_channel_without_url_is_found if {
	count(policy.deny) == 1 with input as {"contract": {"support": [{"channel": "orders"}]}}
}

test_a_url_passes if {
	count(policy.deny) == 0 with input as {"product": {"support": [{"channel": "orders", "url": "https://chat.example.com/orders"}]}}
}
