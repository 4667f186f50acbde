package bylaw.sql.grant_level_test

import data.bylaw.sql.grant_level as policy

given := {"levels": ["SCHEMA"], "privileges": ["READ_VOLUME"]}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.grant_level as given

grant(privilege, type) := {"grants": [{"privileges": [privilege], "securable": {"type": type, "name": "s"}}]}

test_fails_for_a_schema if found(grant("READ_VOLUME", "SCHEMA")) == {"READ VOLUME is granted on the whole schema s"}

test_passes_for_a_table if found(grant("READ_VOLUME", "TABLE")) == set()

test_passes_for_the_right_to_look if found(grant("USE_SCHEMA", "SCHEMA")) == set()
