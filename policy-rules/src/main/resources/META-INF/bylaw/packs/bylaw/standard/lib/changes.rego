# What changed in a contract so that its consumers break.
package bylaw.lib.changes

# Columns by the names that lead to them, with their paths below the contract.
columns(contract) := object.union(outer(contract), inner(contract))

outer(contract) := {[table.name, column.name]: {"path": ["schema", i, "columns", j], "column": column} |
	some i, table in contract.schema
	some j, column in table.columns
}

inner(contract) := {array.concat(names, [column.name]): {"path": array.concat(holder.path, ["columns", k]), "column": column} |
	some names, holder in outer(contract)
	some k, column in holder.column.columns
}

# Each change with its path below the new contract.
breaking(before, after) := ((lost_tables(before, after) | lost_columns(before, after)) | retyped(before, after)) | loosened(before, after)

lost_tables(before, after) := {[["schema"], sprintf("the table %s is gone", [table.name])] |
	some table in before.schema
	every now in after.schema { now.name != table.name }
}

lost_columns(before, after) := {[holder(after, names), sprintf("the column %s is gone", [concat(".", names)])] |
	now := columns(after)
	some names, _ in columns(before)
	not now[names]
}

# The table where the column was.
holder(after, names) := [["schema", i] | some i, table in after.schema; table.name == names[0]][0]

retyped(before, after) := {[array.concat(now.path, [field]), sprintf("the %s of %s was %s and is %s", [called, concat(".", names), old, new])] |
	some names, was in columns(before)
	now := columns(after)[names]
	some field, called in {"logicalType": "type", "physicalType": "physical type"}
	old := was.column[field]
	new := now.column[field]
	lower(old) != lower(new)
}

loosened(before, after) := {[array.concat(now.path, ["required"]), sprintf("%s was %s and is %s", [concat(".", names), word(was.column), word(now.column)])] |
	some names, was in columns(before)
	now := columns(after)[names]
	word(was.column) != word(now.column)
}

word(column) := "required" if object.get(column, "required", false)

word(column) := "optional" if not object.get(column, "required", false)

# Whether the version says that something breaks.
new_major(before, after) if major(after) > major(before)

major(version) := to_number(regex.find_n(`\d{1,9}`, version, 1)[0])
