# head comment

# METADATA
# title: x
package   a.b["c"]   # at package



import data.foo.bar as baz # imp
import rego.v1
import data.x.bar as bar
import input.a
# before second group

import data.z
import data.y
# after imports

x := 1
y := 2 # two
z := 3

w = 4
default allow = false
default deny := {
"a": 1}
p if input.x
q if { input.x

  # in body

  input.y  # trailing
  # last in body
}
r contains x if { some x in [1,2] }
s[x] := y if { some x, y in [1,2]; x != 1 ; f2({
  "a": 1, "b": 2,
  "c": 3}) }
f(x) = y if { y := x }
else = 3 if { x == 1 } else := 4
g(x) if x == 1
a if {
 every k, v in [1,2] { k > 0; v > 1 }
 not x with input as {"a": 1} with data.x as 3
 z := [ a | a := [1,2][_]; a > 1 ]
 zz := { a: b | some a, b in [1,2]
   a > 1 }
 b := 1 + 2 * 3 - (4 / 5)
 c := (1 + 2) * 3 > 4
 (c == true)
 input["foo"].bar["a b"][x].y["if"]
 [1,2,
 3][1]
 walk(input, [path, value])
 t := `raw
 string`
 u := "a\u00e9\n"
 n := 1e3 + 1.50 + -1
 1 in [2]
 1, 2 in [3]
 set() == {1}
 o := {}
 count({1,2,
  3})
}
h if { x } { y }
l := f(1,
 2)
m if x == [
 1 ]
# end
