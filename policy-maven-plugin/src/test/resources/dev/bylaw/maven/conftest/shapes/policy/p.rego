package main

import rego.v1

deny := ["of a list", {"msg": "object of a list"}, 3]

deny_text := "one text"

deny_truth if input.a

deny_object := {"key": "value"}

deny_map[key] := value if some key, value in {"msg": "of a map"}

deny_null := null

deny_none := set()

deny_undefined if input.absent

warn := {"of a set", "of the same set"}
