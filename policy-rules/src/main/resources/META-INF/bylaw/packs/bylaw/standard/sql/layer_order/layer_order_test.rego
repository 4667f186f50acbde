package bylaw.sql.layer_order_test

import data.bylaw.sql.layer_order as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.layer_order as given

given := {"forbidden": {"gold": ["bronze"]}}

writes(table, read) := {"statements": [{"writes": [{"name": "t", "fullName": table}], "reads": [{"name": "s", "fullName": read}]}]}

test_fails_for_gold_from_bronze if {
	found(writes("c.gold.t", "c.bronze.s")) == {"t of the layer gold reads s of the layer bronze"}
	found(writes("c.sales_gold.t", "bronze_raw.s")) == {"t of the layer gold reads s of the layer bronze"}
}

test_fails_for_a_name_with_a_dot if {
	table := {"name": "t.v1", "schema": "gold", "fullName": "gold.t.v1", "reads": [{"name": "s", "fullName": "bronze.s"}]}
	found({"tables": [table]}) == {"t.v1 of the layer gold reads s of the layer bronze"}
}

test_fails_for_a_pipeline_in_python if {
	found({"tables": [{"name": "t", "schema": "gold", "reads": [{"name": "s", "fullName": "bronze.s"}]}]}) == {"t of the layer gold reads s of the layer bronze"}
}

test_passes_for_gold_from_silver if found(writes("c.gold.t", "c.silver.s")) == set()

test_passes_for_gold_from_a_path if {
	path := "/mnt/bronze.old/orders"
	found({"statements": [{"writes": [{"name": "t", "fullName": "gold.t"}], "reads": [{"name": path, "fullName": sprintf("parquet.%s", [path])}]}]}) == set()
}

test_passes_for_silver_from_bronze if found(writes("c.silver.t", "c.bronze.s")) == set()

test_passes_for_a_pipeline_from_silver if {
	found({"tables": [{"name": "t", "schema": "gold", "reads": [{"name": "s", "fullName": "silver.s"}]}]}) == set()
}

test_passes_for_a_pipeline_to_silver if {
	found({"tables": [{"name": "t", "schema": "silver", "reads": [{"name": "s", "fullName": "bronze.s"}]}]}) == set()
}
