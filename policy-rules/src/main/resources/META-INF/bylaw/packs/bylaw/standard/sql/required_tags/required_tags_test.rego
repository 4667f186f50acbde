package bylaw.sql.required_tags_test

import data.bylaw.sql.required_tags as policy

given := {"tags": ["domain", "product"], "schemas": ["gold"]}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.required_tags as given

table(tags) := {"state": {"tables": [{"name": "t", "fullName": "c.gold.t", "tags": tags}]}}

test_fails_for_a_missing_tag if found(table({"Domain": "x"})) == {"t has no tag product"}

test_fails_without_tags if {
	found({"state": {"tables": [{"name": "t", "fullName": "c.gold.t"}]}}) == {"t has no tag domain, product"}
}

test_passes_with_all if found(table({"domain": "x", "product": ""})) == set()

test_passes_elsewhere if {
	found({"state": {"tables": [{"name": "t", "fullName": "c.silver.t"}, {"name": "t", "fullName": "t"}]}}) == set()
}

proposed(subject) := fixes if fixes := [finding.fix | some finding in policy.deny] with input as {
	"subject": subject,
	"sql": object.union(
		table({}),
		{"statements": [
			{"kind": "INSERT INTO", "target": {"fullName": "c.gold.t"}},
			{"kind": "CREATE TABLE", "target": {"fullName": "c.gold.u"}},
			{"kind": "CREATE TABLE", "target": {"fullName": "c.gold.t"}},
		]},
	),
}
	with data.parameters.sql.required_tags as object.union(given, {"known": {"domain": "domain", "product": "product"}, "values": {"product": "it's"}})

test_fails_and_proposes_tags if {
	proposed({"domain": "d", "product": "p"}) == [[{"insert": ";\nALTER TABLE t SET TAGS ('domain' = 'd', 'product' = 'it\\'s')", "after": ["sql", "statements", 2]}]]
}

test_fails_and_proposes_no_tags_by_halves if proposed({"product": "p"}) == [[]]
