package bylaw.descriptor.keys_tested_test

import data.bylaw.descriptor.keys_tested as policy

params := {"completeness": ["nullvalues"], "uniqueness": ["duplicatevalues"]}

found(table) := all if all := {finding.msg | some finding in policy.deny} with input as {"contract": {"schema": [table]}}
	with data.parameters.descriptor.keys_tested as params

test_fails_for_a_key_without_tests if {
	found({"primaryKey": ["id"], "columns": [{"name": "id", "primaryKey": true}]}) == {"nothing tests that the key id is unique", "nothing tests that the key id is complete"}
}

test_fails_for_a_key_with_another_rule if {
	found({"primaryKey": ["id"], "columns": [{"name": "id", "required": true, "quality": [{"metric": "rowCount"}]}]}) == {"nothing tests that the key id is unique"}
}

test_fails_for_a_critical_column if {
	found({"columns": [{"name": "a", "criticalDataElement": true}]}) == {"nothing says that the critical column a is complete"}
}

test_passes_for_a_critical_column_with_a_rule if {
	found({"columns": [{"criticalDataElement": true, "quality": [{"metric": "nullValues"}]}]}) == set()
}

test_passes_for_a_critical_key if found({"columns": [{"criticalDataElement": true, "primaryKey": true}]}) == set()

test_passes_for_a_critical_column_that_is_required if found({"columns": [{"criticalDataElement": true, "required": true}]}) == set()

test_passes_for_a_key_with_marks if {
	found({"primaryKey": ["id"], "columns": [{"name": "id", "required": true, "unique": true}]}) == set()
}

test_passes_for_a_key_with_rules if {
	found({"primaryKey": ["id"], "columns": [{"name": "id", "quality": [{"metric": "null_values"}, {"metric": "duplicate_values"}]}]}) == set()
}

test_passes_for_parts_of_a_key_that_are_not_unique if {
	found({"primaryKey": ["a", "b"], "columns": [{"name": "a", "required": true}, {"name": "b", "required": true}]}) == set()
}

test_passes_for_other_columns if {
	found({"primaryKey": [], "columns": [{"name": "a"}]}) == set()
	found({"primaryKey": ["id"], "columns": [{"name": "id", "required": true, "unique": true}, {"name": "a"}]}) == set()
}
