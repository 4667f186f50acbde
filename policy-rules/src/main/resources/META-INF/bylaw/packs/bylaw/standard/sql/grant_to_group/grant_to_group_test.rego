package bylaw.sql.grant_to_group_test

import data.bylaw.sql.grant_to_group as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc}

grant(principal) := {"grants": [{"privileges": ["SELECT"], "principals": [principal]}]}

test_fails_for_a_person if found(grant("ann@acme.com")) == {"SELECT is granted to the person ann@acme.com"}

test_passes_for_a_group if found(grant("analysts")) == set()
