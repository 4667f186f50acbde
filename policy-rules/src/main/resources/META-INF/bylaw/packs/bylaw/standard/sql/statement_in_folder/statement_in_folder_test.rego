package bylaw.sql.statement_in_folder_test

import data.bylaw.sql.statement_in_folder as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as doc with data.parameters.sql.statement_in_folder as given

given := {"folders": {"**/grants/*.sql": ["GRANT", "USE *"]}}

script(path, kind) := {"subject": {"path": path}, "sql": {"statements": [{"kind": kind}]}}

test_fails_for_another_statement if found(script("a/grants/x.sql", "CREATE TABLE")) == {"CREATE TABLE does not belong into **/grants/*.sql"}

test_passes_for_what_belongs_there if {
	found(script("a/grants/x.sql", "GRANT")) == set()
	found(script("a/grants/x.sql", "USE CATALOG")) == set()
}

test_passes_elsewhere if found(script("a/ddl/x.sql", "CREATE TABLE")) == set()
