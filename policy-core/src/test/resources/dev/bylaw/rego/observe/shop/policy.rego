package shop

import data.limits

default allow := false

allow if {
	input.user == "ann"
	count(deny) == 0
}

deny contains msg if {
	some i, item in input.items
	item.price > limits.price
	print("too dear:", item.name, input.nothing)
	msg := sprintf("item %d (%s) is too dear", [i, item.name])
}

deny contains "no items" if {
	not has_items
}

has_items if {
	some _ in input.items
}

double(x) := y if {
	trace(sprintf("doubling %v", [x]))
	y := x * 2
} else := 0

total := sum([double(item.price) | some item in input.items])

unused if {
	input.x == 1
	input.y == 2
}
