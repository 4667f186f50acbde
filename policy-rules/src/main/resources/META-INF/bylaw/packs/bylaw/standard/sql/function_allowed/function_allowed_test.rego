package bylaw.sql.function_allowed_test

import data.bylaw.sql.function_allowed as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.function_allowed as given

given := {"blocked": {"ai_*": "sends rows to a model"}, "allowed": ["ai_mask"]}

calls(name) := {"statements": [{"functions": [{"name": name}]}]}

test_fails_for_a_blocked_one if found(calls("ai_query")) == {"the function ai_query sends rows to a model"}

test_passes_for_an_allowed_one if found(calls("ai_mask")) == set()

test_passes_for_others if found(calls("sum")) == set()
