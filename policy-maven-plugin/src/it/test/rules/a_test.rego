package a_test

import data.a

test_allowed if a.allow with input as {"x": 1}

test_size[name] if {
	some name, case in {"one": {"in": 1, "want": 2}, "two": {"in": 2, "want": 3}}
	a.size(case.in) == case.want
}

todo_test_later if a.allow
