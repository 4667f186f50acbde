package main

import rego.v1

deny contains "unnamed"

deny_kind contains "kind"

deny_kind contains "kind, again"

warn_kind contains "warning of kind"

violation_kind contains "violation of kind"

deny_other contains "other"

deny_two_words contains "two words"

exception contains ["kind", "absent"] if input.except == "kind"

exception contains ["two_words"] if input.except == "words"

exception contains [""] if input.except == "unnamed"

exception contains {"other"} if input.except == "other"

exception contains ["deny", "deny_kind"] if input.except == "names"
