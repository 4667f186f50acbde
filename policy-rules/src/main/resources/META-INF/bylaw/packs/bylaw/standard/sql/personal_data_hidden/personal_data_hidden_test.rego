package bylaw.sql.personal_data_hidden_test

import data.bylaw.sql.personal_data_hidden as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.personal_data_hidden as given

given := {"tags": ["pii"], "functions": ["sha2"]}

doc(column, statement) := {"state": {"tables": [{"name": "t", "fullName": "c.s.T", "columns": [column]}]}, "statements": [statement]}

view := {"kind": "CREATE VIEW", "target": {"name": "v", "fullName": "c.s.v"}, "lineage": [{"column": "mail", "sources": [{"table": "c.s.t", "column": "Email"}]}]}

wanted := {"v.mail shows c.s.t.Email, which is tagged or masked there"}

test_fails_for_a_tagged_column if found(doc({"name": "email", "tags": {"pii": "high"}}, view)) == wanted

test_fails_for_a_masked_column if found(doc({"name": "email", "mask": "m"}, view)) == wanted

test_fails_where_another_column_is_hashed if {
	hashed := object.union(view, {"functions": [{"name": "sha2", "arguments": ["t.emails"]}, {"name": "upper", "arguments": ["email"]}]})
	found(doc({"name": "email", "mask": "m"}, hashed)) == wanted
}

test_passes_where_it_is_hashed if {
	hashed := object.union(view, {"functions": [{"name": "sha2", "arguments": ["t.Email", "256"]}]})
	found(doc({"name": "email", "mask": "m"}, hashed)) == set()
}

test_passes_where_the_view_masks_it if {
	masked := {"name": "v", "fullName": "c.s.v", "columns": [{"name": "mail", "mask": "m"}]}
	source := {"name": "t", "fullName": "c.s.t", "columns": [{"name": "email", "mask": "m"}]}
	found({"state": {"tables": [source, masked]}, "statements": [view]}) == set()
}

test_passes_for_a_harmless_column if found(doc({"name": "email", "tags": {"team": "x"}}, view)) == set()

beside(mark) := {
	"state": {"tables": [
		{"name": "t", "fullName": "c.s.t", "columns": [{"name": "email"}, object.union({"name": "phone"}, mark)]},
		{"name": "u", "fullName": "c.s.u", "columns": [object.union({"name": "email"}, mark)]},
	]},
	"statements": [view],
}

test_passes_where_another_column_is_personal if {
	found(beside({"tags": {"pii": "high"}})) == set()
	found(beside({"mask": "m"})) == set()
}

test_passes_for_what_is_temporary_or_a_query if {
	found(doc({"name": "email", "mask": "m"}, object.union(view, {"modifiers": ["temporary"]}))) == set()
	found(doc({"name": "email", "mask": "m"}, object.union(view, {"kind": "SELECT"}))) == set()
}
