package bylaw.sql.environment_free_test

import data.bylaw.sql.environment_free as policy

given := {"patterns": [`(^|_)(prod|dev)(_|$)`]}

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as {"sql": doc} with data.parameters.sql.environment_free as given

uses(target) := {"statements": [{"kind": "X", "target": target}]}

test_fails_for_a_catalog if {
	found(uses({"type": "CATALOG", "fullName": "orders_PROD"})) == {"orders_PROD names an environment in its catalog orders_PROD"}
	found(uses({"type": "SCHEMA", "fullName": "dev_orders.gold"})) == {"dev_orders.gold names an environment in its catalog dev_orders"}
	found(uses({"type": "CATALOG", "fullName": "dev_a.b.c"})) == {"dev_a.b.c names an environment in its catalog dev_a.b.c"}
	found(uses({"type": "TABLE", "fullName": "prod.gold.t"})) == {"prod.gold.t names an environment in its catalog prod"}
}

test_fails_for_a_table_that_is_read if {
	found({"statements": [{"kind": "SELECT", "reads": [{"fullName": "a_prod.gold.t"}]}]}) == {"a_prod.gold.t names an environment in its catalog a_prod"}
}

test_passes_for_other_words if {
	found(uses({"type": "TABLE", "fullName": "products.gold.t"})) == set()
	found(uses({"type": "SCHEMA", "fullName": "orders.prod"})) == set()
	found(uses({"type": "TABLE", "fullName": "prod.t"})) == set()
}

test_passes_for_a_template if found(uses({"type": "TABLE", "name": "t"})) == set()
