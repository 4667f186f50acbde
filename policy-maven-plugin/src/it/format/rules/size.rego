package rules.size
# too large
deny contains "large" if {   input.size>3 } # why
