package rules.size

deny contains "large" if input.size > 3
