package bylaw.sql.grant_governed_test

import data.bylaw.sql.grant_governed as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.grant_governed as given

given := {"types": ["ANY FILE"], "catalogs": ["hive_metastore"]}

grant(securable) := {"grants": [{"privileges": ["SELECT"], "securable": securable}]}

test_fails_for_any_file if found(grant({"type": "ANY FILE"})) == {"SELECT is granted on ANY FILE"}

test_fails_in_the_hive_metastore if {
	found(grant({"type": "TABLE", "name": "Hive_Metastore.a.b"})) == {"SELECT is granted on Hive_Metastore.a.b, outside of Unity Catalog"}
	found(grant({"type": "TABLE", "name": "b", "resolved": "hive_metastore.a.b"})) == {"SELECT is granted on hive_metastore.a.b, outside of Unity Catalog"}
}

test_passes_for_a_table if found(grant({"type": "TABLE", "name": "a.b.c"})) == set()
