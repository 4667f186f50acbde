package bylaw.sql.udf_approved_test

import data.bylaw.sql.udf_approved as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.udf_approved as given

given := {"schemas": ["main.fun"]}

calls(name) := {"statements": [{"functions": [{"name": name}]}]}

made(language) := {"statements": [{"kind": "CREATE FUNCTION", "language": language, "target": {"name": "f"}}]}

test_fails_for_another_schema if found(calls("a.b.f")) == {"the function a.b.f is in none of the schemas main.fun"}

test_fails_for_python if found(made("LANGUAGE python")) == {"the function f is written in Python"}

test_passes_for_an_approved_one if found(calls("main.fun.f")) == set()

test_passes_for_built_in_functions if found(calls("sum")) == set()

test_passes_for_sql if found(made("LANGUAGE SQL")) == set()

test_passes_where_no_schema_is_approved if {
	count(policy.deny) == 0 with input as {"sql": calls("a.b.f")}
		with data.parameters.sql.udf_approved as {"schemas": []}
}

test_passes_for_a_procedure if {
	found({"statements": [{"kind": "CREATE PROCEDURE", "language": "LANGUAGE PYTHON", "target": {"name": "p"}}]}) == set()
}
