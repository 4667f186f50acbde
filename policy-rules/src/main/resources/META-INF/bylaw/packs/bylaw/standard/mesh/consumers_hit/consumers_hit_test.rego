package bylaw.mesh.consumers_hit_test

import data.bylaw.mesh.consumers_hit as policy

owner(columns) := {"product": {"name": "orders", "inputPorts": [{"contractId": "c1"}]}, "contracts": [{"id": "c1", "schema": [{"name": "t", "columns": columns}]}]}

reader(id) := {"product": {"name": "crm", "inputPorts": [{"contractId": id}]}}

found(columns, id) := all if all := {finding.msg | some finding in policy.deny} with input as {
	"previous": {"products": [owner([{"name": "a"}, {"name": "b"}])]},
	"products": [owner(columns), reader(id)],
}

test_fails_for_a_change_that_hits_a_consumer if {
	found([{"name": "a"}], "c1") == {"the column t.b is gone; that hits crm"}
}

test_passes_where_nobody_reads_it if found([{"name": "a"}], "c2") == set()

test_passes_without_a_change if found([{"name": "a"}, {"name": "b"}], "c1") == set()

test_passes_without_a_state_before if {
	count(policy.deny) == 0 with input as {"products": [owner([]), reader("c1")]}
}
