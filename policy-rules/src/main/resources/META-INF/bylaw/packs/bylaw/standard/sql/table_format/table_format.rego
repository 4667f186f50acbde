# METADATA
# title: Tables are in an open table format
# description: Delta and Iceberg have transactions, history and column statistics; files alone have none.
# related_resources:
#   - https://docs.databricks.com/aws/en/tables/
# custom:
#   aliases: [SQL-STO-03]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   suppressible: true
#   remediation: Leave out USING, or write USING DELTA.
#   parameters:
#     formats: {type: array, items: {type: string}, default: [delta, iceberg], order: subset, description: "Formats, in lower case"}
package bylaw.sql.table_format

import data.parameters.sql.table_format as params

deny contains finding if {
	some i, statement in input.sql.statements
	statement.kind == "CREATE TABLE"
	not lower(statement.using) in params.formats
	finding := {"msg": sprintf("%s is in the format %s, not %s", [statement.target.name, statement.using, concat(" or ", params.formats)]), "at": ["sql", "statements", i, "using"], "found": statement.using}
}
