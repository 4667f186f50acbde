package bylaw.sql.table_format_test

import data.bylaw.sql.table_format as policy

given := {"formats": ["delta", "iceberg"]}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.table_format as given

using(format) := {"statements": [{"kind": "CREATE TABLE", "target": {"name": "t"}, "using": format}]}

test_fails_for_another_format if found(using("PARQUET")) == {"t is in the format PARQUET, not delta or iceberg"}

test_passes_for_delta if found(using("DELTA")) == set()

test_passes_without_one if found({"statements": [{"kind": "CREATE TABLE", "target": {"name": "t"}}]}) == set()

test_passes_for_a_catalog if found({"statements": [{"kind": "CREATE CATALOG", "target": {"name": "c"}, "using": "connection"}]}) == set()
