package bylaw.descriptor.names_conform_test

import data.bylaw.descriptor.names_conform as policy

found(document, conventions) := all if all := {finding.msg | some finding in policy.deny} with input as document
	with data.parameters.descriptor.names_conform as {"conventions": conventions, "layers": ["gold"], "long": {"cust": "customer"}}

tables(name) := {"subject": {"domain": "sales"}, "contract": {"servers": [{"schema": "gold"}], "schema": [{"name": name, "columns": [{"name": "emp_num"}]}]}}

test_fails_and_proposes_upper_case if {
	found(tables("ordersGold"), [{"object": "table", "style": "UPPER_SNAKE"}]) == {"the table name ordersGold breaks the convention; write ORDERS_GOLD"}
}

test_fails_and_proposes_words_in_full if {
	found(tables("cust_id"), [{"object": "table", "style": "camelCase"}]) == {"the table name cust_id breaks the convention; write customerId"}
}

test_fails_and_proposes_prefix_and_suffix if {
	found(tables("orders"), [{"object": "table", "layer": "gold", "prefix": "{domain}_", "suffix": "_v1"}]) == {"the table name orders breaks the convention; write sales_orders_v1"}
}

test_fails_for_a_pattern if {
	found(tables("orders"), [{"object": "table", "pattern": "^[a-z]{1,3}$"}]) == {"the table name orders breaks the convention; it must match ^[a-z]{1,3}$"}
}

test_fails_for_a_sign_before_it if {
	found(tables("_orders"), [{"object": "table", "style": "lower_snake"}]) == {"the table name _orders breaks the convention; write orders"}
}

test_fails_once_for_a_style_and_a_pattern if {
	found(tables("Orders"), [{"object": "table", "style": "lower_snake", "pattern": "^t_"}]) == {"the table name Orders breaks the convention; write orders"}
}

test_fails_for_a_product_and_its_port if {
	found({"product": {"name": "Orders Product", "outputPorts": [{"name": "ABCTable"}]}}, [{"object": "product", "style": "lower-kebab"}, {"object": "port", "style": "PascalCase"}]) == {
		"the product name Orders Product breaks the convention; write orders-product",
		"the port name ABCTable breaks the convention; write AbcTable",
	}
}

test_passes_for_names_that_conform if {
	found(tables("sales_orders"), [{"object": "table", "style": "lower_snake", "prefix": "{domain}_"}, {"object": "column", "style": "lower_snake"}]) == set()
}

test_passes_for_a_name_that_matches if found(tables("orders"), [{"object": "table", "pattern": "^o"}]) == set()

test_passes_for_another_layer_domain_and_object if {
	found(tables("Orders"), [
		{"object": "table", "layer": "silver", "style": "lower_snake"},
		{"object": "table", "domain": "hr", "style": "lower_snake"},
		{"object": "table", "environment": "prod", "style": "lower_snake"},
		{"object": "product", "style": "lower_snake"},
	]) == set()
}

test_fails_in_the_layer_that_the_server_says if {
	document := object.union(tables("Orders"), {"subject": {"domain": "sales", "layer": "silver"}})
	found(document, [{"object": "table", "layer": "gold", "style": "lower_snake"}]) == {"the table name Orders breaks the convention; write orders"}
}

test_passes_for_a_schema_that_is_no_layer if {
	document := object.union(tables("Orders"), {"contract": {"servers": [{"schema": "finance"}]}})
	found(document, [{"object": "table", "layer": "finance", "style": "lower_snake"}]) == set()
}
