# METADATA
# title: Table names are lower snake case
# description: One way to write names, so that people and tools find tables.
# custom:
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: discoverable
#   remediation: Write the name in lower case, words with _ between them.
#   parameters:
#     pattern: {type: string, default: "^[a-z][a-z0-9_]*$", order: fixed, description: What a name must match (RE2)}
package council.naming.table_name

import data.parameters.naming.table_name as params

deny contains finding if {
	some table in input.sql.tables
	not regex.match(params.pattern, table.name)
	finding := {"msg": sprintf("the table %s is not in lower snake case", [table.name]), "at": table.name}
}
