package acme.naming.table_upper_case_test

import data.acme.naming.table_upper_case as policy

test_deny if count(policy.deny) == 1 with input as {"sql": {"tables": [{"name": "a"}]}}
