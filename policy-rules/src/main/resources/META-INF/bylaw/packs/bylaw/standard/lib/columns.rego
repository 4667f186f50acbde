# The columns of a contract with their paths in the input, nested ones to the fourth level.
package bylaw.lib.columns

all := array.concat(array.concat(array.concat(first, second), third), fourth)

first := [[["contract", "schema", i, "columns", j], column] |
	some i, table in input.contract.schema
	some j, column in table.columns
]

second := [[array.concat(path, ["columns", i]), column] |
	some [path, outer] in first
	some i, column in outer.columns
]

third := [[array.concat(path, ["columns", i]), column] |
	some [path, outer] in second
	some i, column in outer.columns
]

fourth := [[array.concat(path, ["columns", i]), column] |
	some [path, outer] in third
	some i, column in outer.columns
]

# Whether the descriptor says that a column has personal data.
personal(column, _) if column.pii

personal(column, words) if lower(column.classification) in words

personal(column, words) if {
	some tag in column.tags
	lower(tag) in words
}
