package council.contract.documented_test

import data.council.contract.documented as policy

found(contract) := n if {
	n := count(policy.deny) with input as {"contract": contract}
}

complete := {
	"description": {"purpose": "Revenue."},
	"schema": [{"name": "T", "description": "Orders.", "columns": [{"name": "a", "description": "Id."}]}],
}

test_all_described_passes if found(complete) == 0

test_no_purpose_is_found if {
	found(object.union(object.remove(complete, ["description"]), {"description": {"usage": "BI"}})) == 1
}

test_undescribed_table_and_column_are_found if {
	found(object.union(complete, {"schema": [{"name": "T", "columns": [{"name": "a"}]}]})) == 2
}
