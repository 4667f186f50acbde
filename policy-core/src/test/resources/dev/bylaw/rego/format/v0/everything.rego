package a
p { input.x; input.y } { input.z }
q[x] { x := 1 }
r[x] = y { x := 1; y := 2 }
s = 1 { input.x } else = 2 { input.y }
t { input.x == 1
  input.y }
u[1]
v["x"]
w[x.y] { x := 1 }
f(x) { x }
f(x) = x
x := 1 { true }
g(x) = y { y = x; x[_] = y; a[_].b; _ = x }
a.b.c = 1
a.d[x] { x := 1 }
