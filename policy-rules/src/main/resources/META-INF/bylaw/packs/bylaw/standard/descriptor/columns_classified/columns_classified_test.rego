package bylaw.descriptor.columns_classified_test

import data.bylaw.descriptor.columns_classified as policy

found(table) := all if all := {finding.msg | some finding in policy.deny} with input as {"contract": {"schema": [table]}}
	with data.parameters.descriptor.columns_classified as {"tags": ["classification*"]}

test_fails_for_columns_without_one if {
	found({"name": "t", "columns": [{"name": "a", "classification": "public"}, {"name": "b"}, {"tags": ["x"]}]}) == {"2 of 3 columns of t have no classification, the first is b"}
}

test_fails_for_one_column_without if {
	found({"name": "t", "columns": [{"name": "a"}]}) == {"1 of 1 columns of t have no classification, the first is a"}
}

test_passes_with_a_classification if found({"columns": [{"classification": "public"}]}) == set()

test_passes_where_pii_is_stated if found({"columns": [{"pii": false}, {"pii": true}]}) == set()

test_passes_with_a_tag if found({"columns": [{"tags": ["Classification:public"]}]}) == set()

test_passes_with_a_tag_of_the_table if found({"tags": ["classification"], "columns": [{"name": "a"}]}) == set()

test_passes_without_columns if found({"columns": []}) == set()
