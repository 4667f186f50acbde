package bylaw.descriptor.table_described_test

import data.bylaw.descriptor.table_described as policy

found(contract) := all if all := {finding.msg | some finding in policy.deny} with input as {"contract": contract}
	with data.parameters.descriptor.table_described as {"placeholders": ["tbd"]}

table(description) := {"standard": "odcs", "schema": [{"name": "t", "description": description}]}

test_fails_without_a_description if found({"standard": "odcs", "schema": [{"name": "t"}]}) == {"t is not described"}

test_fails_with_a_blank_one if found(table(" ")) == {"t is not described"}

test_fails_with_a_placeholder if found(table("TBD")) == {"t is not described"}

test_fails_with_the_name_alone if found(table("T")) == {"t is not described"}

test_passes_with_a_description if found(table("A row is an order")) == set()

test_passes_for_the_only_table_of_a_port if {
	found({"standard": "witboost", "description": {"purpose": "Orders"}, "schema": [{"name": "t"}]}) == set()
}

test_fails_for_a_port_that_says_nothing if {
	found({"standard": "witboost", "description": {"purpose": "TBD"}, "schema": [{"name": "t"}]}) == {"t is not described"}
}

test_fails_for_one_of_two_tables_of_a_port if {
	count(found({"standard": "dpds", "description": {"purpose": "Orders"}, "schema": [{"name": "t"}, {"name": "u"}]})) == 2
}

test_fails_for_the_only_table_of_a_contract if {
	count(found({"standard": "odcs", "description": {"purpose": "Orders"}, "schema": [{"name": "t"}]})) == 1
}
