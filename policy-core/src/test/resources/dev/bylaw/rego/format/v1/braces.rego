package p

a if { {1, 2} }
b if { (input.a | input.b) == 1; c }
c := [ 
 x | some x in y; x > 1
 x < 3 ]
d := f((x | y), [(a | b)], {(a | b): (c | d)})
e := {1, 2, 1}
x["if"] := 1
f := $"foo {x + 1} {"a{"} {1.0} {y with input as 1}"
g if { x
  with input as 1
  with data.x as {
    "a": 1 } }
