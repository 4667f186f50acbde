# METADATA
# title: A table has a primary key
# description: The key says what a row is, so that others can join it, and tells optimisers and tools.
# related_resources:
#   - https://docs.databricks.com/tables/constraints.html
# custom:
#   aliases: [U18]
#   kind: infra
#   subject: table
#   severity: info
#   characteristic: trustworthy
#   unknown: pass
#   remediation: "ALTER TABLE ... ADD CONSTRAINT ... PRIMARY KEY (...)."
#   parameters:
#     types: {type: array, items: {type: string}, default: [MANAGED, EXTERNAL, STREAMING_TABLE], order: superset, description: Types of tables that need a key}
package bylaw.unity.table_has_key

import data.parameters.unity.table_has_key as params

deny contains finding if {
	input.table.table_type in params.types
	not has_key
	finding := {
		"msg": sprintf("the table %s has no primary key", [input.table.name]),
		"at": ["table", "table_constraints"],
	}
}

has_key if {
	some constraint in input.table.table_constraints
	constraint.primary_key_constraint
}
