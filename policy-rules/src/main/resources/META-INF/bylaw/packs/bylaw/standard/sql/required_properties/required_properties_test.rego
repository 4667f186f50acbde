package bylaw.sql.required_properties_test

import data.bylaw.sql.required_properties as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.required_properties as given

given := {"schemas": ["gold"], "properties": {"quality": "*", "delta.enableChangeDataFeed": "true"}}

table(properties) := {"state": {"tables": [{"name": "t", "fullName": "c.gold.t", "type": "table", "properties": properties}]}}

test_fails_without if {
	found(table({"Quality": "gold"})) == {"t has not the property delta.enableChangeDataFeed = true"}
}

test_fails_for_another_value if {
	found(table({"quality": "x", "delta.enableChangeDataFeed": "false"})) == {"t has not the property delta.enableChangeDataFeed = true"}
}

test_fails_where_another_property_has_the_value if {
	found(table({"quality": "x", "delta.appendOnly": "true"})) == {"t has not the property delta.enableChangeDataFeed = true"}
}

test_passes_with_all if found(table({"quality": "gold", "delta.enablechangedatafeed": "TRUE"})) == set()

test_passes_elsewhere if {
	found({"state": {"tables": [{"name": "t", "fullName": "c.silver.t", "type": "table"}, {"name": "v", "fullName": "c.gold.v", "type": "view"}]}}) == set()
}
