# The columns of a contract with their paths in the input, nested ones to the fourth level.
package bylaw.lib.columns

all := ((first | second) | third) | fourth

first contains [["contract", "schema", i, "columns", j], column] if {
	some i, table in input.contract.schema
	some j, column in table.columns
}

second contains [array.concat(path, ["columns", i]), column] if {
	some [path, outer] in first
	some i, column in outer.columns
}

third contains [array.concat(path, ["columns", i]), column] if {
	some [path, outer] in second
	some i, column in outer.columns
}

fourth contains [array.concat(path, ["columns", i]), column] if {
	some [path, outer] in third
	some i, column in outer.columns
}

# Whether the descriptor says that a column has personal data.
personal(column, _) if column.pii

personal(column, words) if lower(column.classification) in words

personal(column, words) if {
	some tag in column.tags
	lower(tag) in words
}
