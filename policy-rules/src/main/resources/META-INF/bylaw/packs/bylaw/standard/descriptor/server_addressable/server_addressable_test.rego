package bylaw.descriptor.server_addressable_test

import data.bylaw.descriptor.server_addressable as policy

params := {"required": {"databricks": ["catalog", "schema"]}, "any_of": ["host", "location"], "except": ["dpds"], "local": ["local"]}

found(contract) := all if all := {finding.msg | some finding in policy.deny} with input as {"contract": contract}
	with data.parameters.descriptor.server_addressable as params

test_fails_without_servers if found({"standard": "odcs"}) == {"no server says where the data are"}

test_fails_with_an_empty_list if count(found({"standard": "odcs", "servers": []})) == 1

test_fails_without_a_schema if {
	found({"standard": "odcs", "servers": [{"type": "Databricks", "catalog": "c"}]}) == {"the Databricks server has no schema, so it cannot be granted or read"}
}

test_fails_without_an_address if {
	found({"standard": "odcs", "servers": [{"type": "kafka", "format": "json"}]}) == {"the kafka server has none of host, location"}
}

test_fails_without_a_type if {
	found({"standard": "odcs", "servers": [{"server": "a"}]}) == {"the untyped server has none of host, location"}
}

test_passes_with_catalog_and_schema if {
	found({"standard": "odcs", "servers": [{"type": "databricks", "catalog": "c", "schema": "s"}]}) == set()
}

test_passes_with_a_host if found({"standard": "odcs", "servers": [{"type": "kafka", "host": "k:9092"}]}) == set()

test_passes_for_a_local_file if found({"standard": "odcs", "servers": [{"type": "local"}]}) == set()

test_passes_for_a_standard_without_servers if found({"standard": "dpds"}) == set()
