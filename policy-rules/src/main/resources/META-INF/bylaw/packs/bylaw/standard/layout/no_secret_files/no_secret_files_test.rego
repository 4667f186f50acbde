package bylaw.layout.no_secret_files_test

import data.bylaw.layout.no_secret_files as policy

found(files) := all if all := {finding.at | some finding in policy.deny} with input as {"layout": {"files": files}}
	with data.parameters.layout.no_secret_files as {"files": ["**.pem"], "except": ["**/test/**"]}

test_fails_for_a_key if found(["a.sql", "certs/key.pem"]) == {["layout", "files", 1]}

test_passes_for_a_key_of_a_test if found(["src/test/key.pem"]) == set()

test_passes_for_other_files if found(["pem/a.sql"]) == set()
