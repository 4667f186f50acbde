# METADATA
# title: Published tables are monitored
# description: A table whose rows stop coming, or change their distribution, is noticed by its consumers first where nothing watches it.
# related_resources:
#   - https://docs.databricks.com/lakehouse-monitoring/index.html
# custom:
#   aliases: [U18]
#   kind: infra
#   subject: workspace
#   severity: info
#   characteristic: trustworthy
#   unknown: pass
#   remediation: Create a quality monitor for the table.
#   parameters:
#     schemas: {type: array, items: {type: string}, default: [gold, gold_*, '*_gold'], order: superset, description: "Schemas with published tables, with * for any text"}
package bylaw.unity.table_monitored

import data.parameters.unity.table_monitored as params

# Where a run has no monitor at all, it does not know of any.
deny contains finding if {
	count(input.workspace.quality_monitors) > 0
	some i, table in input.workspace.tables
	published(table)
	not lower(name(table)) in monitored
	finding := {
		"msg": sprintf("nothing watches the published table %s", [name(table)]),
		"at": ["workspace", "tables", i, "name"],
	}
}

monitored contains lower(monitor.table_name) if some monitor in input.workspace.quality_monitors

published(table) if {
	table.table_type != "VIEW"
	some pattern in params.schemas
	glob.match(pattern, [], lower(table.schema_name))
}

name(table) := concat(".", [table.catalog_name, table.schema_name, table.name])
