package a

found contains x if { some x in input.xs; x > 1; x < 9 }

small(x) if x < 10
