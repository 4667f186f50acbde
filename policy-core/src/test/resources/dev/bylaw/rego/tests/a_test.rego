package a_test

import data.a

test_ok if a.allow with input as {"x": 1}

test_fail if {
	x := 3
	y := x + 1
	a.size(y) == 6 with input as {"x": 2}
}

test_dup if true

test_dup if 1 == 2

todo_test_later if false

test_case[name] if {
	some name, c in {"one": 1, "two": 2}
	c == 1
}

test_cases[note] if {
	some note, tc in {"a": {"in": 1, "want": 2}, "b": {"in": 2, "want": 4}}
	a.size(tc.in) == tc.want
}

test_err if {
	1 / 0 == 1
}

test_conflict := f(1)
f(x) := 1
f(x) := 2

test_not_bool := 3

test_print if { print("hello", 3); false }

test_deep[x][y] if { some x in ["a", "b"]; some y in ["c"]; x == "a" }
