package report

import future.keywords.not
import future.keywords.or

by_name[table.name] := columns if {
	some table in input.tables
	columns := [upper(column.name) | some column in table.columns; column.name != "id"]
}

owners[owner].tables contains table.name if {
	some table in input.tables
	owner := table.owner
}

total := sum([count(table.columns) |
	some table in input.tables
])

odd contains {"places": places, "table": table.name} if {
	some table in input.tables
	places := {path |
		walk(table, [path, value])
		value == null
	}
	count(places) > 0
	trace(sprintf("%d odd places in %s", [count(places), table.name]))
	print("odd:", table.name, table.comment, places)
}

named if {
	not { some table in input.tables; table.name == "" }
	input.tables[0].owner or input.owner
}

unread if {
	input.none == 1
	print("never", input.tables)
}
