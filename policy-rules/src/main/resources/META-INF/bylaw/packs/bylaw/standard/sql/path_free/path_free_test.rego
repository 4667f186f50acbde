package bylaw.sql.path_free_test

import data.bylaw.sql.path_free as policy

given := {"prefixes": ["/Volumes/"]}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.path_free as given

test_fails_for_a_table_by_its_path if {
	wanted := {"the path /mnt/x is used instead of a name in the catalog"}
	found({"statements": [{"reads": [{"name": "/mnt/x", "fullName": "delta./mnt/x"}]}]}) == wanted
	found({"statements": [{"writes": [{"name": "/mnt/x", "fullName": "delta./mnt/x"}]}]}) == wanted
}

test_fails_for_copy_into if {
	found({"statements": [{"kind": "COPY INTO", "source": "dbfs:/x"}]}) == {"the path dbfs:/x is used instead of a name in the catalog"}
}

test_fails_for_an_option if {
	found({"statements": [{"options": {"path": "/mnt/x"}}]}) == {"the path /mnt/x is used instead of a name in the catalog"}
}

calls(function, argument) := {"statements": [{
	"functions": [{"name": function, "arguments": [sprintf("'%s'", [argument])]}],
	"literals": [{"type": "text", "value": argument}, {"type": "text", "value": "csv"}, {"type": "number", "value": argument}],
}]}

test_fails_for_a_function if {
	found(calls("read_files", "s3://x")) == {"the path s3://x is used instead of a name in the catalog"}
}

test_fails_at_the_text if {
	{finding.at | some finding in policy.deny} == {["sql", "statements", 0, "literals", 0, "value"]} with input as {"sql": calls("read_files", "s3://x")}
		with data.parameters.sql.path_free as given
}

test_passes_for_a_volume if found(calls("read_files", "/Volumes/a/b/c")) == set()

test_passes_for_other_functions_and_names if {
	found(calls("upper", "s3://x")) == set()
	found({"statements": [{"reads": [{"name": "t", "fullName": "a.b.t"}]}]}) == set()
	found({"statements": [{"columns": [{"name": "km/h", "type": "INT"}]}]}) == set()
}
