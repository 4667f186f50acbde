package bylaw.sql.limit_ordered_test

import data.bylaw.sql.limit_ordered as policy

given := {"kinds": ["CREATE VIEW"]}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.limit_ordered as given

query(kind, ordered) := {"statements": [{"kind": kind, "limits": [{"text": "10", "ordered": ordered}]}]}

test_fails_without_order if found(query("CREATE VIEW", false)) == {"LIMIT 10 takes any rows"}

test_passes_with_order if found(query("CREATE VIEW", true)) == set()

test_passes_for_a_query_alone if found(query("SELECT", false)) == set()
