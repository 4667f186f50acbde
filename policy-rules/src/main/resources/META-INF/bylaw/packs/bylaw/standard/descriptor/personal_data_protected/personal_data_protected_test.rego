package bylaw.descriptor.personal_data_protected_test

import data.bylaw.descriptor.personal_data_protected as policy

params := {"personal": ["pii", "sensitive"], "protecting": ["mask*"], "roles_suffice": true}

found(column, roles, suffice) := all if all := {finding.msg | some finding in policy.deny} with input as {"contract": {"roles": roles, "schema": [{"columns": [column]}]}}
	with data.parameters.descriptor.personal_data_protected as object.union(params, {"roles_suffice": suffice})

bare := {"a has personal data, but neither protection nor a role that may read it"}

test_fails_for_pii if found({"name": "a", "pii": true}, [], true) == bare

test_fails_for_a_classification if found({"name": "a", "classification": "Sensitive"}, [], true) == bare

test_fails_for_a_tag if found({"name": "a", "tags": ["PII"]}, [], true) == bare

test_fails_for_a_nested_column if found({"columns": [{"name": "a", "pii": true}]}, [], true) == bare

test_fails_with_roles_where_they_do_not_suffice if {
	found({"name": "a", "pii": true}, [{"role": "r"}], false) == {"a has personal data and is not protected"}
}

test_fails_once_without_roles_where_they_do_not_suffice if found({"name": "a", "pii": true}, [], false) == bare

test_passes_with_a_role if found({"name": "a", "pii": true}, [{"role": "r"}], true) == set()

test_fails_with_a_role_without_name if found({"name": "a", "pii": true}, [{"access": "read"}], true) == bare

test_passes_with_an_encrypted_name if found({"pii": true, "encryptedName": "a_x"}, [], true) == set()

test_passes_with_a_protecting_tag if found({"pii": true, "tags": ["Masked"]}, [{"role": "r"}], false) == set()

test_passes_without_personal_data if {
	found({"name": "a", "pii": false, "classification": "public"}, [], true) == set()
	found({"name": "a", "tags": ["team"]}, [], true) == set()
}
