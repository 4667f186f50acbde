package p

import future.keywords.and

k := {
 "a": 1, # a
 "b": 2
}
l := {
 # a comes
 "a": 1,
 "b": 2
 # end
}

m := [
 # one

 # two
 {"a": 1}, # end
 4
]

verbatim :=  {  "a": [1,   # one
 2] # two
 }

k if { # foo
 x == 1
} # end

n := 1 if { # foo
 x == 1 } else := 3 if { # els
 x == 1 # e
}

o if {
 x := [x | # foo
  x := 1 # bar
  # bar
  y := 2
  # last
  ]
  every y in z {
  # foo
  y # bar
  # end
 }

 # more


 # even more


 not f(1) # y
}
# METADATA
# title: one
# METADATA
# title: two
q if { input.a and
  # why
  input.b
  }
# end
