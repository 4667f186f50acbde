package bylaw.descriptor.schema_present_test

import data.bylaw.descriptor.schema_present as policy

found(contract) := all if all := {finding.msg | some finding in policy.deny} with input as {"contract": contract}
	with data.parameters.descriptor.schema_present as {"except": ["dbt"], "specifications": ["asyncapi"]}

test_fails_without_a_schema if found({"standard": "odcs"}) == {"the contract has no schema"}

test_fails_with_an_empty_schema if found({"standard": "odcs", "schema": []}) == {"the contract has no schema"}

test_fails_for_a_table_without_columns if {
	found({"standard": "odcs", "schema": [{"name": "t"}, {"columns": []}]}) == {"t has no columns", "the table has no columns"}
}

test_passes_with_a_column if found({"standard": "odcs", "schema": [{"columns": [{"name": "a"}]}]}) == set()

test_passes_in_dbt if found({"standard": "dbt", "schema": [{"name": "t"}]}) == set()

test_passes_where_a_reference_is_not_followed if {
	count(policy.deny) == 0 with input as {"contract": {"standard": "odcs"}, "unknown": [{"pointer": "/contract/schema"}]}
		with data.parameters.descriptor.schema_present as {"except": [], "specifications": ["asyncapi"]}
	count(policy.deny) == 0 with input as {"contract": {"standard": "odcs", "schema": [{"name": "t"}]}, "unknown": [{"pointer": "/contract/schema/0/columns"}]}
		with data.parameters.descriptor.schema_present as {"except": [], "specifications": ["asyncapi"]}
}

test_fails_where_another_one_is_not if {
	count(policy.deny) == 1 with input as {"contract": {"standard": "odcs", "schema": [{"name": "t"}]}, "unknown": [{"pointer": "/contract/schema/1/columns"}]}
		with data.parameters.descriptor.schema_present as {"except": [], "specifications": ["asyncapi"]}
}

with_port(specification) := all if all := policy.deny with input as {"contract": {"standard": "dpds"}, "raw": {"promises": {"api": {"specification": specification}}}}
	with data.parameters.descriptor.schema_present as {"except": [], "specifications": ["asyncapi"]}

test_passes_for_a_stream_that_is_described if count(with_port("AsyncAPI")) == 0

test_fails_for_a_table_that_is_not if count(with_port("datastoreapi")) == 1
