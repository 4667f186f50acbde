package bylaw.sql.union_explicit_test

import data.bylaw.sql.union_explicit as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc}

combines(operation) := {"statements": [{"setOperations": [operation]}]}

test_fails_for_union_alone if found(combines("UNION")) == {"UNION does not say whether rows may repeat"}

test_passes_with_all_or_distinct if {
	found(combines("UNION ALL")) == set()
	found(combines("UNION DISTINCT")) == set()
}

test_passes_for_except if found(combines("EXCEPT")) == set()
