package bylaw.sql.order_by_name_test

import data.bylaw.sql.order_by_name as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc}

ordered(key) := {"statements": [{"orderBy": [key]}]}

test_fails_for_a_position if found(ordered("2")) == {"ORDER BY 2 is a position, not a name"}

test_passes_for_a_name if {
	found(ordered("c2")) == set()
	found(ordered("2 * a")) == set()
}
