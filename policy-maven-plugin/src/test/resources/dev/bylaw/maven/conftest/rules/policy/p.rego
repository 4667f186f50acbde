package main

import rego.v1

deny contains "text"

deny contains {"msg": "object", "details": {"n": 1}}

deny contains "object"

deny contains ""

deny contains {"msg": ""}

deny contains 7

deny contains ["a", "list"]

deny_a contains sprintf("%s in %v", [input.name, input.spec])

deny_a_b contains "two suffixes"

deny_ contains "no suffix"

deny__a contains "empty suffix"

denyx contains "no underscore"

violation contains {"msg": "violation"}

violation_z contains "suffixed violation"

warn contains "warning"

warn_Z9 contains "suffixed warning"

warnings contains "no rule of conftest"
