package bylaw.unity.mask_function_governed_test

import data.bylaw.unity.mask_function_governed as policy

findings(body) := found if {
	found := policy.deny with input as body
		with data.parameters.unity.mask_function_governed as params
}

params := {"functions": ["^sales[.]governance[.]"]}

test_fails_with_another_function if {
	count(findings({"abac_policy": {"column_mask": {"function_name": "sales.gold.mask"}}})) == 1
	count(findings({"abac_policy": {"row_filter": {"function_name": "sales.gold.filter"}}})) == 1
	count(findings({"table": {"row_filter": {"function_name": "sales.gold.filter"}}})) == 1
	count(findings({"table": {"columns": [{"name": "a"}, {"mask": {"function_name": "sales.gold.mask"}}]}})) == 1
}

test_passes_with_a_governed_function if {
	count(findings({"abac_policy": {"column_mask": {"function_name": "sales.governance.mask"}}})) == 0
}
