package bylaw.mesh.products_distinct_test

import data.bylaw.mesh.products_distinct as policy

found(one, other) := all if all := {finding.msg | some finding in policy.deny} with input as {"products": [object.union({"path": "a"}, one), object.union({"path": "b"}, other)]}

product(document) := {"product": document}

tables(catalog, table) := {"product": {}, "contracts": [{"servers": [{"catalog": catalog, "schema": "s"}], "schema": [table]}]}

test_fails_for_one_id if found(product({"id": "1"}), product({"id": "1"})) == {"the id 1 belongs to the product in a, too"}

test_fails_for_one_name_in_one_domain if {
	found(product({"name": "Orders", "domain": "sales"}), product({"name": "orders", "domain": "Sales"})) == {"the product in a has the name orders and the same domain"}
}

test_fails_for_one_table if {
	found(tables("c", {"name": "t"}), tables("C", {"name": "x", "physicalName": "T"})) == {"the table c.s.t belongs to the product in a, too"}
}

test_passes_for_one_name_in_two_domains if {
	found(product({"name": "orders", "domain": "sales"}), product({"name": "orders", "domain": "crm"})) == set()
}

test_passes_for_a_retired_product if {
	found(product({"name": "orders", "status": "Retired"}), product({"name": "orders"})) == set()
}

test_passes_for_other_tables if found(tables("c", {"name": "t"}), tables("d", {"name": "t"})) == set()

test_fails_for_a_table_named_in_full if {
	found(tables("c", {"name": "t"}), tables("d", {"name": "x", "physicalName": "C.s.T"})) == {"the table c.s.t belongs to the product in a, too"}
}

test_passes_for_a_name_of_two_parts if found(tables("c", {"name": "t"}), tables("d", {"name": "c.t"})) == set()

test_fails_at_the_later_one if {
	places := {finding.at | some finding in policy.deny} with input as {"products": [
		{"path": "a", "product": {"id": "1", "name": "orders"}},
		{"path": "b", "product": {"id": "1", "name": "orders"}},
	]}
	places == {["products", 1, "product", "id"], ["products", 1, "product", "name"]}
}

test_fails_for_a_table_named_by_two_parts if {
	found(tables("c", {"name": "a.t"}), tables("c", {"name": "a.t"})) == {"the table c.s.a.t belongs to the product in a, too"}
}
