package bylaw.sql.expectation_acts_test

import data.bylaw.sql.expectation_acts as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc}

expecting(action) := {"tables": [{"name": "t", "expectations": [{"name": "e", "action": action}]}]}

test_fails_for_a_warning if found(expecting("WARN")) == {"rows that break e stay in t"}

test_fails_for_one_without_name if found({"tables": [{"name": "t", "expectations": [{"action": "WARN"}]}]}) == {"rows that break the expectation stay in t"}

test_passes_where_rows_are_dropped if found(expecting("DROP")) == set()
