package bylaw.descriptor.types_known_test

import data.bylaw.descriptor.types_known as policy

params := {"logical": ["string", "integer"], "physical": ["decimal", "struct", "timestamp_ntz"], "meant": {"uuid": "string"}}

found(servers, column) := all if all := {finding.msg | some finding in policy.deny} with input as {"contract": {"servers": servers, "schema": [{"columns": [column]}]}}
	with data.parameters.descriptor.types_known as params

test_fails_for_an_unknown_logical_type if {
	found([], {"name": "a", "logicalType": "money"}) == {`the logical type "money" of a is none of the standard`}
}

test_fails_and_proposes_what_is_meant if {
	found([], {"name": "a", "logicalType": "UUID"}) == {`the logical type "UUID" of a is none of the standard; write string`}
}

test_fails_for_another_case if {
	found([], {"name": "a", "logicalType": "String"}) == {`the logical type "String" of a is none of the standard; write string`}
}

test_fails_for_a_nested_column if {
	count(found([], {"name": "a", "columns": [{"name": "b", "columns": [{"columns": [{"logicalType": "x"}]}]}]})) == 1
}

test_fails_for_a_foreign_physical_type if {
	found([{"type": "databricks"}], {"name": "a", "physicalType": "NUMBER(38,0)"}) == {`the physical type "NUMBER(38,0)" of a does not exist on Databricks`}
}

test_passes_for_physical_types_with_arguments if {
	found([{"type": "Databricks"}], {"physicalType": "DECIMAL(10,2)"}) == set()
	found([{"type": "databricks"}], {"physicalType": "struct<a: int>"}) == set()
}

test_passes_for_physical_types_of_another_server if found([{"type": "snowflake"}], {"physicalType": "NUMBER(38,0)"}) == set()

test_passes_for_a_type_of_the_standard if found([], {"logicalType": "integer"}) == set()
