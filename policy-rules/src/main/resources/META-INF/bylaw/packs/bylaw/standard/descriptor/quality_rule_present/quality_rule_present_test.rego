package bylaw.descriptor.quality_rule_present_test

import data.bylaw.descriptor.quality_rule_present as policy

found(standard, table) := all if all := {finding.msg | some finding in policy.deny} with input as {"contract": {"standard": standard, "schema": [table]}}
	with data.parameters.descriptor.quality_rule_present as {"except": ["witboost"]}

test_fails_without_rules if found("odcs", {"name": "t", "columns": [{"name": "a"}]}) == {"no quality rule with a threshold tests t"}

test_fails_without_a_threshold if {
	found("odcs", {"name": "t", "quality": [{"metric": "rowCount"}]}) == {"no quality rule with a threshold tests t"}
}

test_fails_without_a_threshold_at_a_column if {
	found("odcs", {"name": "t", "columns": [{"quality": [{"metric": "rowCount"}]}]}) == {"no quality rule with a threshold tests t"}
}

test_fails_in_dbt_without_a_test if {
	found("dbt", {"name": "t", "quality": [{"type": "text", "description": "no gaps"}]}) == {"no quality rule with a threshold tests t"}
}

test_passes_with_a_threshold_of_zero if found("odcs", {"quality": [{"metric": "nullValues", "mustBe": 0}]}) == set()

test_passes_with_a_rule_of_a_column if {
	found("odcs", {"columns": [{"quality": [{"metric": "invalidValues", "mustBeLessThan": 5}]}]}) == set()
}

test_passes_with_the_configuration_of_an_engine if found("odcs", {"quality": [{"type": "custom", "implementation": "x"}]}) == set()

test_passes_with_a_test_of_dbt if found("dbt", {"columns": [{"quality": [{"metric": "not_null"}]}]}) == set()

test_passes_with_rules_of_the_contract if {
	count(policy.deny) == 0 with input as {"contract": {"standard": "dcs", "quality": [{"engine": "SodaCL"}], "schema": [{"name": "t"}]}}
		with data.parameters.descriptor.quality_rule_present as {"except": []}
}

test_passes_for_a_standard_that_is_excepted if found("witboost", {"name": "t"}) == set()
