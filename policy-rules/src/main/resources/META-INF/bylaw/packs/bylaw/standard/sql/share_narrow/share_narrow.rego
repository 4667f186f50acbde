# METADATA
# title: Shares hold tables, without past versions or personal data
# description: A schema grows, a history shows what was deleted, and nothing comes back from a recipient.
# custom:
#   aliases: [SQL-SHR-02]
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Add the tables one by one, with PARTITION and without HISTORY, or a view without the personal columns.
#   parameters:
#     partition: {type: boolean, default: false, order: fixed, description: "Whether a shared table must name its partitions"}
#     tags: {type: array, items: {type: string}, default: [pii, personal, personal_data], order: superset, description: "Keys of tags, in lower case, of columns that are not shared"}
package bylaw.sql.share_narrow

import data.bylaw.lib.sql
import data.parameters.sql.share_narrow as params

added contains [["sql", "statements", i, "changes", j, "object"], statement, change] if {
	some i, statement in input.sql.statements
	statement.kind == "ALTER SHARE"
	some j, change in statement.changes
	startswith(change.action, "ADD ")
}

deny contains finding if {
	some [path, statement, change] in added
	change.action in {"ADD SCHEMA", "ADD DATABASE"}
	finding := {"msg": sprintf("the share %s gets the whole schema %s", [statement.target.name, change.object]), "at": path}
}

deny contains finding if {
	some [path, statement, change] in added
	change.history
	finding := {"msg": sprintf("the share %s gets the history of %s", [statement.target.name, change.object]), "at": path}
}

deny contains finding if {
	some [path, statement, change] in added
	params.partition
	change.action == "ADD TABLE"
	not change.partitioned
	finding := {"msg": sprintf("the share %s gets all partitions of %s", [statement.target.name, change.object]), "at": path}
}

deny contains finding if {
	some [path, statement, change] in added
	some table in input.sql.state.tables
	named(table, change.object)
	some column in table.columns
	sql.tagged(column, params.tags)
	not column.mask
	finding := {"msg": sprintf("the share %s gets the personal data %s of %s", [statement.target.name, column.name, change.object]), "at": path}
}

named(table, name) if lower(name) == sql.key(table)

named(table, name) if endswith(sql.key(table), sprintf(".%s", [lower(name)]))
