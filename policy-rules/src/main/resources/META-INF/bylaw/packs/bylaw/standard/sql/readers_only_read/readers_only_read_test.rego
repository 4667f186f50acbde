package bylaw.sql.readers_only_read_test

import data.bylaw.sql.readers_only_read as policy

given := {"readers": ["(^|[^a-z])readers($|[^a-z])"], "privileges": ["WRITE_VOLUME"]}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.readers_only_read as given

grant(privilege, principal) := {"grants": [{"privileges": [privilege], "principals": [principal]}]}

test_fails_for_readers if found(grant("WRITE_VOLUME", "Orders-Readers")) == {"the readers Orders-Readers get WRITE VOLUME"}

test_passes_for_writers if found(grant("WRITE_VOLUME", "orders-engineers")) == set()

test_passes_for_reading if found(grant("SELECT", "orders-readers")) == set()
