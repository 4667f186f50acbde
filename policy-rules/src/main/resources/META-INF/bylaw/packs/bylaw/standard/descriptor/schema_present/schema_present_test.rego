package bylaw.descriptor.schema_present_test

import data.bylaw.descriptor.schema_present as policy

found(contract) := all if all := {finding.msg | some finding in policy.deny} with input as {"contract": contract}
	with data.parameters.descriptor.schema_present as {"except": ["dbt"]}

test_fails_without_a_schema if found({"standard": "odcs"}) == {"the contract has no schema"}

test_fails_with_an_empty_schema if found({"standard": "odcs", "schema": []}) == {"the contract has no schema"}

test_fails_for_a_table_without_columns if {
	found({"standard": "odcs", "schema": [{"name": "t"}, {"columns": []}]}) == {"t has no columns", "the table has no columns"}
}

test_passes_with_a_column if found({"standard": "odcs", "schema": [{"columns": [{"name": "a"}]}]}) == set()

test_passes_in_dbt if found({"standard": "dbt", "schema": [{"name": "t"}]}) == set()
