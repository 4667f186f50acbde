package a

allow if input.x == 1

size(x) := x + 1
