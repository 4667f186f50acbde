package rules.open
allow if   input.x
