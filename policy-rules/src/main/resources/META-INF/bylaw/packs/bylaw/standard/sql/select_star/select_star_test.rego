package bylaw.sql.select_star_test

import data.bylaw.sql.select_star as policy

created(stars) := {"sql": {"statements": [{"kind": "CREATE VIEW", "target": {"name": "v"}, "stars": stars}]}}

test_fails_for_a_star_in_a_view if count(policy.deny) == 1 with input as created(["t.*"])

test_passes_with_columns if count(policy.deny) == 0 with input as created([])

test_passes_for_a_query_alone if {
	count(policy.deny) == 0 with input as {"sql": {"statements": [{"kind": "SELECT", "stars": ["*"]}]}}
	count(policy.deny) == 0 with input as {"sql": {"statements": [{"kind": "INSERT INTO", "target": {"name": "t"}, "stars": ["*"]}]}}
}
