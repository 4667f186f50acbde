package bylaw.lib.sensitive

# Tags of the workspace that mark personal data, each with its entity's full name in lower case.
marked(keys, harmless) := [{"name": lower(tag.entity_name), "key": tag.tag_key, "index": i, "tag": tag} |
	some i, tag in input.workspace.tags
	lower(tag.tag_key) in keys
	not lower(object.get(tag, "tag_value", "")) in harmless
]

tables[name] := table if {
	some table in input.workspace.tables
	name := lower(object.get(table, "full_name", concat(".", [table[part] | some part in ["catalog_name", "schema_name", "name"]])))
}

# The full name of the table that a table or a column is, or is part of.
table_of(name) := concat(".", array.slice(split(name, "."), 0, 3))

is_protected(mark) if tables[table_of(mark.name)].row_filter

is_protected(mark) if {
	some column in tables[table_of(mark.name)].columns
	lower(column.name) == split(mark.name, ".")[3]
	column.mask
}

# a tag on the table itself: one mask is enough
is_protected(mark) if {
	some column in tables[mark.name].columns
	column.mask
}

# a policy on the table, or on the schema or catalog around it, that asks for the tag
is_protected(mark) if {
	some policy in input.workspace.abac_policies
	policy.policy_type in {"COLUMN_MASK", "ROW_FILTER"}
	on := lower(policy.on_securable_fullname)
	startswith(sprintf("%s.", [table_of(mark.name)]), sprintf("%s.", [on]))
	some condition in conditions(policy)
	regex.match(sprintf(`['"]%s['"]`, [mark.key]), condition)
}

conditions(policy) := array.concat(
	[policy.when_condition | policy.when_condition],
	[column.condition | some column in policy.match_columns],
)
