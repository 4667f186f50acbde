package bylaw.descriptor.no_breaking_change_test

import data.bylaw.descriptor.no_breaking_change as policy

contract(version, columns) := {"version": version, "schema": [{"name": "t", "columns": columns}]}

id := {"name": "id", "logicalType": "integer", "physicalType": "bigint", "required": true}

found(before, after) := all if all := {finding.msg | some finding in policy.deny} with input as {"previous": {"contract": before}, "contract": after}

test_fails_for_a_lost_column if {
	found(contract("1.0.0", [id, {"name": "a"}]), contract("1.1.0", [id])) == {"the column t.a is gone without a new major version (was 1.0.0)"}
}

test_fails_for_a_lost_nested_column if {
	found(contract("1.0.0", [{"name": "a", "columns": [{"name": "b"}]}]), contract("1.1.0", [{"name": "a"}])) == {"the column t.a.b is gone without a new major version (was 1.0.0)"}
}

test_fails_for_the_last_column if {
	all := policy.deny with input as {"previous": {"contract": contract("1.0.0", [id])}, "contract": contract("1.0.0", [])}
	{finding.at | some finding in all} == {["contract", "schema", 0]}
}

test_fails_at_the_table_of_a_lost_column if {
	all := policy.deny with input as {"previous": {"contract": contract("1.0.0", [id, {"name": "a"}])}, "contract": contract("1.0.0", [id])}
	{finding.at | some finding in all} == {["contract", "schema", 0]}
}

test_fails_for_a_lost_table if {
	found(contract("1.0.0", [id]), {"version": "1.0.0", "schema": [{"name": "u"}]}) == {"the table t is gone without a new major version (was 1.0.0)"}
}

test_fails_for_another_type if {
	found(contract("2.0.0", [id]), contract("1.9.0", [object.union(id, {"logicalType": "string"})])) == {"the type of t.id was integer and is string without a new major version (was 2.0.0)"}
}

test_fails_for_another_physical_type if {
	found(contract("1.0.0", [id]), contract("1.0.0", [object.union(id, {"physicalType": "int"})])) == {"the physical type of t.id was bigint and is int without a new major version (was 1.0.0)"}
}

test_fails_for_what_is_no_longer_required if {
	found(contract("1.0.0", [id]), contract("1.0.0", [object.union(id, {"required": false})])) == {"t.id was required and is optional without a new major version (was 1.0.0)"}
}

test_fails_for_a_lost_port if {
	all := policy.deny with input as {"previous": {"product": {"version": "1.0.0", "outputPorts": [{"name": "a"}, {"name": "b"}]}}, "product": {"version": "1.2.0", "outputPorts": [{"name": "b"}]}}
	{finding.msg | some finding in all} == {"the output port a is gone without a new major version"}
}

test_passes_for_a_lost_port_with_a_new_major_version if {
	count(policy.deny) == 0 with input as {"previous": {"product": {"version": "1.0.0", "outputPorts": [{"name": "a"}]}}, "product": {"version": "2.0.0"}}
}

test_passes_with_a_new_major_version if found(contract("v1.9.0", [id]), contract("v2.0.0", [])) == set()

test_passes_for_a_new_column if found(contract("1.0.0", [id]), contract("1.1.0", [id, {"name": "a"}])) == set()

test_passes_for_another_case_of_the_type if {
	found(contract("1.0.0", [id]), contract("1.0.0", [object.union(id, {"physicalType": "BIGINT"})])) == set()
}

test_passes_without_a_version_before if count(policy.deny) == 0 with input as {"contract": contract("1.0.0", [id])}
