  package p
  r0 := [] if {
    input.os[v1].tags[_]
  }
  r0 := 1 if input.x
  else := [{}]
  r3 := count(data.d.s2) if {
    some v2 in r0; v2.id = "a"
  }
  r3 := data.d.y
