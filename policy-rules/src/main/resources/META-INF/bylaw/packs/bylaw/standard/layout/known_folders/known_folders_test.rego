package bylaw.layout.known_folders_test

import data.bylaw.layout.known_folders as policy

found(files, folders) := all if all := {finding.at | some finding in policy.deny} with input as {"layout": {"products": [{"path": "a/product.yaml"}, {"path": "a/inner/product.yaml"}], "files": files}}
	with data.parameters.layout.known_folders as {"folders": folders}

test_fails_at_the_first_file_of_another_folder if {
	found(["a/README.md", "a/stuff/x.sql", "a/stuff/y.sql", "a/tests/z.sql"], ["tests", "inner"]) == {["layout", "files", 1]}
}

test_fails_within_the_inner_product if found(["a/inner/old/x.sql"], ["tests"]) == {["layout", "files", 0]}

test_passes_for_agreed_names if found(["a/tests/x.sql", "a/inner/tests/y.sql", "other/z.sql"], ["tests"]) == set()

test_passes_without_names if found(["a/stuff/x.sql"], []) == set()
