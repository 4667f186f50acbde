# What rules about SQL have in common.
package bylaw.lib.sql

# What a name is compared by, as far as the script says it.
key(named) := lower(object.get(named, "resolved", object.get(named, "fullName", object.get(named, "name", ""))))

# The levels of a table's name, the last one first; of a path one.
levels(named) := [key(named)] if is_path(named)

levels(named) := array.reverse(split(key(named), ".")) if not is_path(named)

is_path(named) if contains(object.get(named, "name", ""), "/")

schema(named) := lower(named.schema)

schema(named) := levels(named)[1] if not named.schema

catalog(named) := levels(named)[2]

# Whether a name lies in one of the schemas, of which each may have * for any text.
within(named, schemas) if {
	some pattern in schemas
	glob.match(pattern, [], schema(named))
}

temporary(statement) if {
	some modifier in statement.modifiers
	modifier in {"temp", "temporary", "private"}
}

# Whether an entry of input.sql.tables is a table or view that stays when the script or pipeline has run.
stays(table) if not passes(table)

passes(table) if temporary(input.sql.statements[table.statement])

passes(table) if {
	table.language == "python"
	table.type == "view"
}

# Names of what the script makes for its own use, or under a name that says no schema.
own contains key(statement.target) if {
	some statement in input.sql.statements
	startswith(statement.kind, "CREATE ")
}

# Tables as the script leaves them, without temporary ones.
left contains [i, table] if {
	some i, table in input.sql.state.tables
	not key(table) in passing
}

passing contains key(statement.target) if {
	some statement in input.sql.statements
	temporary(statement)
}

# Whether one of the tags of a table or column is among the names, in whatever case.
tagged(holder, names) if {
	some name, _ in holder.tags
	lower(name) in names
}

# Columns with the names of their tables that the script tags or masks, wherever it does.
column_tagged(table, column, names) if {
	some entry in input.sql.state.tables
	key(entry) == table
	some own_column in entry.columns
	lower(own_column.name) == column
	tagged(own_column, names)
}

column_masked(table, column) if {
	some entry in input.sql.state.tables
	key(entry) == table
	some own_column in entry.columns
	lower(own_column.name) == column
	own_column.mask
}

# A statement that a fix adds behind another one.
behind(statement, text) := {"insert": sprintf(";\n%s", [text]), "after": ["sql", "statements", statement]}

# A name as it is written, in quotes where it needs them.
written(named) := concat(".", [quoted(named[part]) | some part in ["catalog", "schema", "name"]])

quoted(name) := name if regex.match(`^[A-Za-z_][A-Za-z0-9_]*$`, name)

quoted(name) := sprintf("`%s`", [name]) if not regex.match(`^[A-Za-z_][A-Za-z0-9_]*$`, name)

# Paths to all names of a securable in the script.
uses(named) := [use.path | some use in names; use.key == key(named)]

names contains {"path": ["sql", "statements", i, part, "name"], "key": key(statement[part])} if {
	some i, statement in input.sql.statements
	some part in ["target", "securable"]
}

names contains {"path": ["sql", "statements", i, part, j, "name"], "key": key(table)} if {
	some i, statement in input.sql.statements
	some part in ["reads", "writes"]
	some j, table in statement[part]
}

# Paths to all columns with a name, in whatever case; they are one column where one table has it.
column_uses(name) := [use.path | some use in columns; lower(use.name) == lower(name)]

made_once(name) if {
	tables := {i | some i, statement in input.sql.statements; some column in statement.columns; lower(column.name) == lower(name)}
	count(tables) == 1
}

columns contains {"path": ["sql", "statements", i, part, j, "name"], "name": column.name} if {
	some i, statement in input.sql.statements
	some part in ["columns", "columnsRead", "columnsWritten"]
	some j, column in statement[part]
}

columns contains {"path": ["sql", "statements", i, "constraints", j, "columns", k], "name": column} if {
	some i, statement in input.sql.statements
	some j, constraint in statement.constraints
	some k, column in constraint.columns
}

columns contains {"path": ["sql", "statements", i, "changes", j, "column"], "name": change.column} if {
	some i, statement in input.sql.statements
	some j, change in statement.changes
}

columns contains {"path": ["sql", "statements", i, "clustering", "columns", j], "name": column} if {
	some i, statement in input.sql.statements
	some j, column in statement.clustering.columns
}
