package bylaw.layout.required_files_test

import data.bylaw.layout.required_files as policy

found(path, files) := all if all := {finding.msg | some finding in policy.deny} with input as {"layout": {"products": [{"path": path}], "files": files}}
	with data.parameters.layout.required_files as {"files": ["README*", "{test,tests}/**"]}

test_fails_without_files if {
	found("a/product.yaml", ["README.md", "b/README.md", "b/tests/x.sql"]) == {"a/product.yaml has no file README* beside it", "a/product.yaml has no file {test,tests}/** beside it"}
}

test_fails_for_a_file_further_below if {
	found("product.yaml", ["docs/README.md", "test/a/b.sql"]) == {"product.yaml has no file README* beside it"}
}

test_passes_with_them if found("a/product.yaml", ["a/README.md", "a/tests/orders.sql"]) == set()
