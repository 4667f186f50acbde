package bylaw.sql.drop_in_migration_test

import data.bylaw.sql.drop_in_migration as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as doc with data.parameters.sql.drop_in_migration as given

given := {"folders": ["**/migrations/**"], "kinds": ["DROP TABLE"]}

script(path, kind) := {"subject": {"path": path}, "sql": {"statements": [{"kind": kind, "target": {"name": "t"}}]}}

test_fails_elsewhere if found(script("a/jobs/x.sql", "DROP TABLE")) == {"DROP TABLE t stands outside of the migrations"}

test_fails_without_path if found({"sql": {"statements": [{"kind": "DROP TABLE", "target": {}}]}}) == {"DROP TABLE  stands outside of the migrations"}

test_passes_in_a_migration if found(script("a/migrations/v1/x.sql", "DROP TABLE")) == set()

test_passes_for_other_statements if found(script("a/jobs/x.sql", "DROP VIEW")) == set()
