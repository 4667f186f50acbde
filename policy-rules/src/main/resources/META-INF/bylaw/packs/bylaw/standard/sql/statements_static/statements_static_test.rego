package bylaw.sql.statements_static_test

import data.bylaw.sql.statements_static as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.statements_static as given

given := {"parameters": true}

named(text) := {"statements": [{"kind": "SELECT", "computedNames": [{"text": text}]}]}

test_fails_for_execute_immediate if found({"statements": [{"kind": "EXECUTE IMMEDIATE"}]}) == {"the statement is known only when it runs"}

test_passes_for_execute_immediate_of_a_text if {
	found({"statements": [{"kind": "EXECUTE IMMEDIATE"}, {"kind": "SELECT", "within": 0}]}) == set()
}

test_fails_for_a_computed_name if {
	found(named("IDENTIFIER('a' || :t)")) == {"the name IDENTIFIER('a' || :t) is known only when the statement runs"}
}

test_fails_for_a_parameter_where_none_may_name if {
	messages := {f.msg | some f in policy.deny} with input as {"sql": named("IDENTIFIER(:t)")}
		with data.parameters.sql.statements_static as {"parameters": false}
	count(messages) == 1
}

test_passes_for_a_parameter if found(named("identifier( :t )")) == set()

test_passes_for_plain_statements if found({"statements": [{"kind": "SELECT"}]}) == set()
