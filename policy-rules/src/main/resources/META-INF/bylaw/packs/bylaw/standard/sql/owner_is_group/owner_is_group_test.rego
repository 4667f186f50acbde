package bylaw.sql.owner_is_group_test

import data.bylaw.sql.owner_is_group as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc}

owned(owner) := {"statements": [{"target": {"name": "t"}, "owner": owner}]}

test_fails_for_a_person if found(owned("ann@acme.com")) == {"t is to be owned by the person ann@acme.com"}

test_passes_for_a_group if found(owned("orders-owners")) == set()
