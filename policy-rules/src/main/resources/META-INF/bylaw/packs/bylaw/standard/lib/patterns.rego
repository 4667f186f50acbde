package bylaw.lib.patterns

# Whether one of the regular expressions matches a part of the text.
match(expressions, text) if {
	some expression in expressions
	regex.match(expression, text)
}
