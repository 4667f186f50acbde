package bylaw.sql.classification_kept_test

import data.bylaw.sql.classification_kept as policy

given := {"tags": ["pii"]}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.classification_kept as given

unset(change) := {"statements": [{"target": {"name": "t"}, "changes": [change]}]}

test_fails_for_a_table if found(unset({"action": "UNSET TAGS", "unset": ["PII"]})) == {"the tag PII is taken away from t"}

test_fails_for_a_column if {
	found(unset({"action": "ALTER COLUMN", "column": "c", "unset": ["pii"]})) == {"the tag pii is taken away from t.c"}
}

test_passes_for_other_tags if found(unset({"action": "UNSET TAGS", "unset": ["team"]})) == set()

test_passes_for_properties if found(unset({"action": "UNSET PROPERTIES", "unset": ["pii"]})) == set()
