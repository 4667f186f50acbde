package apart

import future.keywords.not
import future.keywords.or

default verdict := "unknown"

verdict := "small" if { input.size < 10; input.size < 1; input.name }

kind := "named" if { some tag in input.tags; tag == input.name } else := "tagged" if { input.none > 1; true } else := "bare" if { input.bare } else := "last"

found contains x if { some x, y in {k: v | some k, v in input.pairs; v > 1; count(input.none) > 0}; y > 1 }

counted := n if n := count([1 | input.pairs[_] > 0; input.pairs[_] > 9; input.none])

either if { input.a or input.b; not { input.a; input.b } }

all_big if { every v in input.pairs { v > 0 }; every tag in input.tags { tag != ""; tag == ""; tag == "x" } }

answer := {
	"big": {x | x := 1; all_big},
	"counted": counted,
	"either": either,
	"found": found,
	"kind": kind,
	"verdict": verdict,
}
