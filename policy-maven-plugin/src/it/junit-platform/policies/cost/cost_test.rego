package cost_test

import data.cost

test_small if count(cost.deny) == 0 with input as {"size": "Small"}

test_large if {
	found := count(cost.deny) with input as {"size": "Large"}
	found == 2
}

test_sizes[size] if {
	some size, wanted in {"Small": 0, "Large": 1}
	count(cost.deny) == wanted with input as {"size": size}
}

todo_test_later if false
