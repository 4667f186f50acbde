package bylaw.descriptor.key_declared_test

import data.bylaw.descriptor.key_declared as policy

found(table) := all if all := {finding.msg | some finding in policy.deny} with input as {"contract": {"schema": [table]}}

test_fails_without_a_key if {
	found({"name": "t", "primaryKey": [], "columns": [{"name": "a", "unique": false, "primaryKey": false}]}) == {"t has no key"}
}

test_passes_with_a_primary_key_of_the_table if found({"primaryKey": ["a"], "columns": [{"name": "a"}]}) == set()

test_passes_with_a_primary_key_column if found({"columns": [{"name": "a", "primaryKey": true}]}) == set()

test_passes_with_a_unique_column if found({"columns": [{"name": "a", "unique": true}]}) == set()

test_passes_without_columns if found({"columns": []}) == set()
