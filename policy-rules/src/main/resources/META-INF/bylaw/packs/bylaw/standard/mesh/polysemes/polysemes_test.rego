package bylaw.mesh.polysemes_test

import data.bylaw.mesh.polysemes as policy

member(name, column) := {"product": {"name": name}, "contracts": [{"schema": [{"columns": [column]}]}]}

found(one, other) := all if all := {finding.msg | some finding in policy.deny} with input as {"products": [member("orders", one), member("crm", other)]}
	with data.parameters.mesh.polysemes as {"ignore": ["id"]}

test_fails_for_two_types if {
	found({"name": "customer_id", "logicalType": "integer"}, {"name": "Customer_ID", "logicalType": "string"}) == {"customer_id has the type string here and integer in orders"}
}

test_fails_for_two_meanings if {
	found({"name": "amount", "businessName": "Gross"}, {"name": "amount", "businessName": "Net"}) == {"amount has the business name net here and gross in orders"}
}

test_fails_for_the_one_that_differs_alone if {
	products := [
		member("crm", {"name": "customer_id", "logicalType": "integer"}),
		member("orders", {"name": "customer_id", "logicalType": "integer"}),
		member("sales", {"name": "customer_id", "logicalType": "string"}),
	]
	{finding.msg | some finding in policy.deny} == {"customer_id has the type string here and integer in crm"} with input as {"products": products}
		with data.parameters.mesh.polysemes as {"ignore": []}
}

test_passes_for_one_type if {
	found({"name": "a", "logicalType": "string", "businessName": "A"}, {"name": "a", "logicalType": "string", "businessName": "a"}) == set()
}

test_passes_without_a_type if found({"name": "a", "logicalType": "string"}, {"name": "a"}) == set()

test_passes_for_a_name_that_everybody_uses if {
	found({"name": "id", "logicalType": "integer"}, {"name": "ID", "logicalType": "string"}) == set()
}

test_passes_within_one_product if {
	one := {"product": {"name": "a"}, "contracts": [{"schema": [{"columns": [{"name": "x", "logicalType": "string"}, {"name": "x", "logicalType": "date"}]}]}]}
	count(policy.deny) == 0 with input as {"products": [one]} with data.parameters.mesh.polysemes as {"ignore": []}
}
