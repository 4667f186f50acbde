package cost.warehouse_size_test

test_broken if {
	data.cost.warehouse_size.warn with input as {
}
