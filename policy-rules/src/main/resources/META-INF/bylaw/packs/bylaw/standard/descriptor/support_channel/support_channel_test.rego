package bylaw.descriptor.support_channel_test

import data.bylaw.descriptor.support_channel as policy

params := {"address": `^(https?://|mailto:)[^\s]+$`, "except": ["dbt"]}

found(contract) := all if all := {finding.msg | some finding in policy.deny} with input as {"contract": contract}
	with data.parameters.descriptor.support_channel as params

test_fails_without_a_channel if found({"standard": "odcs"}) == {"no support channel is named"}

test_fails_with_an_empty_list if found({"standard": "odcs", "support": []}) == {"no support channel is named"}

test_fails_without_an_address if {
	found({"standard": "odcs", "support": [{"channel": "the team"}]}) == {"no support channel has an address"}
}

test_fails_with_an_address_that_is_none if {
	found({"standard": "odcs", "support": [{"channel": "a", "url": "ask around"}]}) == {"no support channel has an address"}
}

test_passes_with_an_address if {
	found({"standard": "odcs", "support": [{"channel": "a", "url": "https://acme.example/help"}]}) == set()
}

test_passes_with_a_channel_that_is_an_address if {
	found({"standard": "odcs", "support": [{"channel": "mailto:help@acme.example"}]}) == set()
}

test_passes_in_dbt if {
	count(policy.deny) == 0 with input as {"product": {"standard": "dbt"}}
		with data.parameters.descriptor.support_channel as params
}

test_passes_for_a_part_of_a_product if found({"standard": "dpds"}) == set()

test_passes_with_a_url_alone if found({"standard": "odcs", "support": [{"url": "https://acme.example/help"}]}) == set()
