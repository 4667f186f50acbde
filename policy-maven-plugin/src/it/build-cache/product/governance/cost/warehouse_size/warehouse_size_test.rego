package acme.cost.warehouse_size_test

import rego.v1

import data.acme.cost.warehouse_size

test_large_is_allowed if count(warehouse_size.deny) == 0 with input.warehouse.cluster_size as "Large"

test_larger_is_denied if count(warehouse_size.deny) == 1 with input.warehouse.cluster_size as "3X-Large"
