package bylaw.sql.domain_contracted_test

import data.bylaw.sql.domain_contracted as policy

found(doc) := messages if messages := {finding.msg | some finding in policy.deny} with input as doc with data.parameters.sql.domain_contracted as given

given := {"domains": {"hr_prod": "hr", "orders": "orders"}, "contracted": ["hr_prod.gold.*"]}

script(table) := {"subject": {"domain": "orders"}, "sql": {"statements": [{"reads": [{"name": "t", "fullName": table}]}]}}

test_fails_without_contract if {
	found(script("HR_prod.silver.t")) == {"HR_prod.silver.t of the domain hr is read without a contract"}
}

test_passes_with_one if found(script("hr_prod.gold.t")) == set()

test_passes_within_the_domain if found(script("orders.silver.t")) == set()

test_passes_for_unknown_catalogs if found(script("other.silver.t")) == set()
