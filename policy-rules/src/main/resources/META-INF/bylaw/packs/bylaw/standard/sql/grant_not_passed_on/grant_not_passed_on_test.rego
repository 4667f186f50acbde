package bylaw.sql.grant_not_passed_on_test

import data.bylaw.sql.grant_not_passed_on as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc}

grant(kind, option) := {"statements": [{"kind": kind, "principals": ["g"], "privileges": ["SELECT"], "grantOption": option}]}

test_fails_with_the_option if found(grant("GRANT", true)) == {"g may pass on SELECT"}

test_passes_without if found(grant("GRANT", false)) == set()

test_passes_where_it_is_taken_away if found(grant("REVOKE", true)) == set()
