package bylaw.sql.history_kept_test

import data.bylaw.sql.history_kept as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as doc with data.parameters.sql.history_kept as given

given := {"hours": 168, "folders": ["migrations/**"]}

vacuum(hours) := {"subject": {"path": "a.sql"}, "sql": {"statements": [{"kind": "VACUUM", "target": {"name": "t"}, "retainHours": hours}]}}

restore(path) := {"subject": {"path": path}, "sql": {"statements": [{"kind": "RESTORE TABLE", "target": {"name": "t"}}]}}

test_fails_below_a_week if found(vacuum("167.5")) == {"VACUUM keeps 167.5 hours of t"}

test_fails_for_restore if found(restore("jobs/a.sql")) == {"RESTORE turns t back outside of the migrations"}

test_passes_from_a_week_on if found(vacuum("168")) == set()

test_passes_without_hours if {
	found({"subject": {"path": "a.sql"}, "sql": {"statements": [{"kind": "VACUUM", "target": {"name": "t"}}, {"kind": "OPTIMIZE", "target": {"name": "t"}, "retainHours": "1"}]}}) == set()
}

test_passes_in_a_migration if found(restore("migrations/v1/a.sql")) == set()
