package bylaw.descriptor.cloud_events_test

import data.bylaw.descriptor.cloud_events as policy

found(type, names) := all if all := {finding.msg | some finding in policy.deny} with input as {"contract": {"servers": [{"type": type}], "schema": [{"name": "placed", "columns": [{"name": name} | some name in names]}]}}
	with data.parameters.descriptor.cloud_events as {"types": ["kafka"], "attributes": ["id", "source"]}

test_fails_without_an_attribute if found("Kafka", ["id"]) == {"the event placed lacks source of CloudEvents"}

test_passes_with_all if found("kafka", ["ID", "ce_source", "data"]) == set()

test_passes_for_tables if found("databricks", ["amount"]) == set()
