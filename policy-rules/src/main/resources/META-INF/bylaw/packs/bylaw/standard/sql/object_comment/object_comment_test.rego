package bylaw.sql.object_comment_test

import data.bylaw.sql.object_comment as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc}

test_fails_without if {
	found({"tables": [{"name": "t", "type": "table", "comment": " "}], "state": {"tables": [{"name": "t", "comment": ""}]}}) == {"the table t has no comment"}
}

test_fails_for_an_external_table if {
	found({"statements": [{"kind": "CREATE TABLE", "modifiers": ["external"]}], "tables": [{"name": "t", "type": "table", "statement": 0}]}) == {"the table t has no comment"}
}

test_fails_in_python if found({"tables": [{"name": "t", "type": "table", "language": "python"}]}) == {"the table t has no comment"}

test_fails_where_another_table_has_one if {
	found({"tables": [{"name": "t", "type": "view"}], "state": {"tables": [{"name": "u", "comment": "x"}]}}) == {"the view t has no comment"}
}

test_passes_with_one if found({"tables": [{"name": "t", "type": "table", "comment": "x"}]}) == set()

test_passes_with_a_later_one if {
	found({"tables": [{"name": "t", "type": "table"}], "state": {"tables": [{"name": "t", "comment": "x"}]}}) == set()
}

test_passes_for_what_is_temporary if {
	found({"statements": [{"kind": "CREATE VIEW", "modifiers": ["temporary"]}], "tables": [{"name": "v", "type": "view", "statement": 0}]}) == set()
	found({"tables": [{"name": "v", "type": "view", "language": "python"}]}) == set()
}

test_passes_for_a_copy if {
	found({"statements": [{"clone": {"source": "u"}}], "tables": [{"name": "t", "type": "table", "statement": 0}]}) == set()
}

proposed(comment) := fixes if fixes := [finding.fix | some finding in policy.deny] with input as {"sql": {"tables": [{"name": "busyDays", "catalog": "c", "schema": "s t", "type": "table", "statement": 2}]}}
	with data.parameters.sql.object_comment as {"comment": comment}

test_fails_and_proposes_a_comment if {
	proposed("{words}'s") == [[{"insert": ";\nCOMMENT ON TABLE c.`s t`.busyDays IS 'busy days\\'s'", "after": ["sql", "statements", 2]}]]
}

test_fails_and_proposes_none if proposed("") == [[]]
