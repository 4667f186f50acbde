# METADATA
# title: Tables of pipelines that others read have expectations
# description: What nobody checks is found wrong by the consumer.
# custom:
#   aliases: [SQL-DQ-01]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: trustworthy
#   unknown: pass
#   suppressible: true
#   remediation: "Add CONSTRAINT ... EXPECT (...), or @dlt.expect... in Python."
#   parameters:
#     schemas: {type: array, items: {type: string}, default: [silver, gold, silver_*, gold_*, '*_silver', '*_gold'], order: superset, description: "Schemas whose tables are read by others, with * for any text"}
package bylaw.sql.expectations_present

import data.bylaw.lib.sql
import data.parameters.sql.expectations_present as params

deny contains finding if {
	some i, table in input.sql.tables
	table.type in {"streaming table", "materialized view"}
	sql.within(table, params.schemas)
	count(table.expectations) == 0
	finding := {"msg": sprintf("the %s %s has no expectation", [table.type, table.name]), "at": ["sql", "tables", i, "name"]}
}
