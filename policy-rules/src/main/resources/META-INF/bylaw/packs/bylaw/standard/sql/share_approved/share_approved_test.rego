package bylaw.sql.share_approved_test

import data.bylaw.sql.share_approved as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.share_approved as given

given := {"tags": ["approval"]}

share := {"kind": "CREATE SHARE", "target": {"type": "SHARE", "name": "s"}}

recipient := {"kind": "CREATE RECIPIENT", "target": {"type": "RECIPIENT", "name": "r"}, "sharingId": "aws:x", "comment": "x"}

wanted := {"the share s has neither a comment nor a tag approval"}

test_fails_without_reason if found({"statements": [share]}) == wanted

test_fails_where_another_one_has_it if {
	found({"statements": [
		object.union(share, {"comment": " "}),
		{"kind": "ALTER SHARE", "target": {"type": "SHARE", "name": "t"}, "tags": {"approval": "x"}},
		{"kind": "ALTER TABLE", "target": {"type": "TABLE", "name": "s"}, "tags": {"approval": "x"}},
		{"kind": "ALTER SHARE", "target": {"type": "SHARE", "name": "s"}, "tags": {"team": "x"}},
	]}) == wanted
}

test_fails_for_a_token if {
	found({"statements": [object.remove(recipient, ["sharingId"])]}) == {"the recipient r gets a token that anybody can use"}
}

test_passes_with_a_comment if found({"statements": [recipient, object.union(share, {"comment": "x"})]}) == set()

test_passes_with_a_tag if {
	found({"statements": [share, {"kind": "ALTER SHARE", "target": {"type": "SHARE", "name": "S"}, "tags": {"Approval": "GOV-1"}}]}) == set()
}

test_passes_for_other_objects if found({"statements": [{"kind": "CREATE TABLE", "target": {"type": "TABLE", "name": "t"}}]}) == set()
