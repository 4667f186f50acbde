package bylaw.sql.protection_kept_test

import data.bylaw.sql.protection_kept as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc}

changed(change) := {"statements": [{"kind": "ALTER TABLE", "target": {"name": "t"}, "changes": [change]}]}

test_fails_for_a_mask if found(changed({"action": "ALTER COLUMN", "column": "c", "dropMask": true})) == {"the mask of t.c is dropped"}

test_fails_for_a_row_filter if found(changed({"action": "DROP ROW FILTER"})) == {"the row filter of t is dropped"}

test_fails_for_a_policy if found({"statements": [{"kind": "DROP POLICY", "target": {"name": "p"}}]}) == {"the policy p is dropped"}

test_passes_for_other_changes if {
	found(changed({"action": "ALTER COLUMN", "column": "c", "mask": {"function": "m"}})) == set()
	found({"statements": [{"kind": "CREATE POLICY", "target": {"name": "p"}}]}) == set()
}
