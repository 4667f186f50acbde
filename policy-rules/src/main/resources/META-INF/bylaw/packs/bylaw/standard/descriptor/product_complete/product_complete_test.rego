package bylaw.descriptor.product_complete_test

import data.bylaw.descriptor.product_complete as policy

parts := ["owner", "description", "contract", "schema", "quality", "service levels"]

found(document) := all if all := {finding.msg | some finding in policy.deny} with input as document
	with data.parameters.descriptor.product_complete as {"parts": parts, "except": ["dbt"]}

owned := {"standard": "dpds", "owner": "a", "description": {"purpose": "b"}}

test_fails_without_anything if {
	found({"product": {"standard": "dpds"}, "contracts": []}) == {"this is not a product yet, it lacks: owner, description, contract, schema, quality, service levels"}
}

test_fails_for_empty_parts if {
	found({"product": object.union(owned, {"sla": [], "quality": []}), "contracts": [{"sla": [], "quality": [], "schema": [{"columns": [], "quality": []}]}], "sql": [{"tables": [{"expectations": []}]}], "compute": {"pipelines": [{"datasets": [{"expectations": []}]}]}}) == {"this is not a product yet, it lacks: schema, quality, service levels"}
}

test_fails_for_rules_of_no_column if {
	found({"product": object.union(owned, {"sla": [1]}), "contracts": [{"schema": [{"columns": [{"quality": []}]}]}]}) == {"this is not a product yet, it lacks: quality"}
}

test_passes_with_all if {
	found({"product": owned, "contracts": [{"sla": [1], "schema": [{"columns": [{"quality": [1]}]}]}]}) == set()
}

test_passes_with_rules_of_the_table if {
	found({"product": owned, "contracts": [{"sla": [1], "schema": [{"columns": [1], "quality": [1]}]}]}) == set()
}

test_passes_with_rules_of_the_contract if {
	found({"product": owned, "contracts": [{"sla": [1], "quality": [1], "schema": [{"columns": [1]}]}]}) == set()
}

test_passes_with_what_the_product_says if {
	found({"product": object.union(owned, {"sla": [1], "quality": [1]}), "contracts": [{"schema": [{"columns": [1]}]}]}) == set()
}

test_passes_with_expectations if {
	found({"product": object.union(owned, {"sla": [1]}), "contracts": [{"schema": [{"columns": [1]}]}], "sql": [{"tables": [{"expectations": [1]}]}]}) == set()
	found({"product": object.union(owned, {"sla": [1]}), "contracts": [{"schema": [{"columns": [1]}]}], "compute": {"pipelines": [{"datasets": [{"expectations": [1]}]}]}}) == set()
}

test_passes_for_a_standard_that_is_excepted if found({"product": {"standard": "dbt"}}) == set()
