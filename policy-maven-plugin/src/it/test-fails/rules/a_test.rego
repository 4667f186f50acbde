package a_test

import data.a

test_allowed if a.allow with input as {"x": 1}

test_size if {
	size := a.size(3)
	size == 5
}
