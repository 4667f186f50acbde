package a_test

import data.a

test_found if { count(a.found) == 0 with input.xs as [0, 1]; a.small(3) }
