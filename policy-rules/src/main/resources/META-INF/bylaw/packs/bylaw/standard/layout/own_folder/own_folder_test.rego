package bylaw.layout.own_folder_test

import data.bylaw.layout.own_folder as policy

found(paths) := all if all := {finding.msg | some finding in policy.deny} with input as {"layout": {"products": [{"path": path} | some path in paths]}}

test_fails_for_two_in_one_folder if found(["a/x.yaml", "a/y.yaml", "b/z.yaml"]) == {"a/y.yaml lies in one folder with a/x.yaml"}

test_fails_at_the_top if found(["x.yaml", "y.yaml"]) == {"y.yaml lies in one folder with x.yaml"}

test_passes_for_two_folders if found(["a/x.yaml", "a/b/y.yaml"]) == set()

test_passes_for_products_of_one_file if {
	found(["a/x.yaml", "a/x.yaml"]) == set()
	found(["a/x.yaml", "a/x.yaml", "b/y.yaml"]) == set()
}
