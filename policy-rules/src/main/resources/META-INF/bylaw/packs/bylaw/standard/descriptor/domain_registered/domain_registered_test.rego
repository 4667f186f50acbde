package bylaw.descriptor.domain_registered_test

import data.bylaw.descriptor.domain_registered as policy

found(document, domains) := all if all := {finding.msg | some finding in policy.deny} with input as document
	with data.parameters.descriptor.domain_registered as {"domains": domains, "except": ["dbt"]}

test_fails_without_a_domain if found({"product": {"name": "a"}}, []) == {"the product belongs to no domain"}

test_fails_for_an_unknown_domain if {
	found({"product": {"domain": "sales"}}, ["orders"]) == {`the domain "sales" is not registered`}
}

test_fails_and_proposes_the_registered_name if {
	found({"contract": {"domain": "Customer Care"}}, ["customer-care"]) == {`the domain "Customer Care" is not registered; write customer-care`}
}

test_passes_for_a_registered_domain if found({"product": {"domain": "orders"}}, ["orders"]) == set()

test_passes_for_any_domain_without_a_list if found({"product": {"domain": "x"}}, []) == set()

test_passes_for_a_contract_without_a_domain if found({"contract": {"name": "a"}}, ["orders"]) == set()

test_passes_for_a_product_that_can_name_none if found({"product": {"standard": "dbt"}}, []) == set()

test_passes_for_the_domain_of_the_folder if {
	found({"subject": {"domain": "sales"}, "contract": {"name": "a"}}, ["orders"]) == set()
}
