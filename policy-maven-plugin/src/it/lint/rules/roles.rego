package roles

deny contains "no admin" if input.roles[_] != "admin"

# lint-ignore rule-shadows-builtin: it is what the standard calls it
count := 3
