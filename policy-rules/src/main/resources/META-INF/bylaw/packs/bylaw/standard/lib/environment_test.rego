package bylaw.lib.environment_test

import data.bylaw.lib.environment

is_prod(body) if environment.among(["prod"]) with input as body

test_by_the_target if is_prod({"subject": {"environment": "PROD"}})

test_by_a_label if is_prod({"subject": {"labels": {"environment": "prod"}}})

test_by_a_tag if {
	is_prod({"cluster": {"custom_tags": {"Env": "prod"}}})
	is_prod({"warehouse": {"tags": {"environment": "Prod"}}})
	is_prod({"job": {"tags": {"env": "prod"}}})
	is_prod({"pipeline": {"tags": {"env": "prod"}}})
}

test_by_the_name_of_the_catalogue if {
	is_prod({"catalog": {"name": "PROD_sales"}})
	is_prod({"schema": {"catalog_name": "sales-prod"}})
	is_prod({"table": {"catalog_name": "prod"}})
}

test_another_one if {
	not is_prod({"subject": {"environment": "dev"}})
	not is_prod({"catalog": {"name": "product"}})
	not is_prod({"warehouse": {"tags": {"stage": "prod"}}})
}

test_any if environment.among(["*"]) with input as {}
