package bylaw.sql.columns_qualified_test

import data.bylaw.sql.columns_qualified as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc}

test_fails_without_table if found({"statements": [{"unqualified": ["a"]}]}) == {"a does not say of which table it is"}

test_passes_where_all_say_it if found({"statements": [{"columnsRead": [{"name": "a", "fullName": "t.a"}]}]}) == set()
