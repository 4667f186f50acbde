package bylaw.sql.grant_not_to_all_test

import data.bylaw.sql.grant_not_to_all as policy

given := {"everybody": ["account users"]}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.grant_not_to_all as given

grant(principal) := {"grants": [{"privileges": ["SELECT"], "principals": [principal]}]}

test_fails_for_everybody if found(grant("Account Users")) == {"SELECT is granted to Account Users, which is everybody"}

test_passes_for_a_group if found(grant("analysts")) == set()
