# METADATA
# title: A layer reads the ones it may
# description: Gold that reads bronze has not been cleaned, and its lineage skips the checks of silver.
# custom:
#   aliases: [SQL-QRY-03]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   suppressible: true
#   remediation: Read the table of the layer before.
#   parameters:
#     forbidden: {type: object, default: {gold: [bronze, raw, landing]}, description: "By layer, the layers that it must not read"}
package bylaw.sql.layer_order

import data.bylaw.lib.sql
import data.parameters.sql.layer_order as params

deny contains finding if {
	some i, statement in input.sql.statements
	some write in statement.writes
	some k, read in statement.reads
	some layer, forbidden in params.forbidden
	sql.within(write, names(layer))
	some below in forbidden
	sql.within(read, names(below))
	finding := {"msg": sprintf("%s of the layer %s reads %s of the layer %s", [write.name, layer, read.name, below]), "at": ["sql", "statements", i, "reads", k, "fullName"]}
}

deny contains finding if {
	some i, table in input.sql.tables
	some j, read in table.reads
	some layer, forbidden in params.forbidden
	sql.within(table, names(layer))
	some below in forbidden
	sql.within(read, names(below))
	finding := {"msg": sprintf("%s of the layer %s reads %s of the layer %s", [table.name, layer, read.name, below]), "at": ["sql", "tables", i, "reads", j, "fullName"]}
}

# How schemas of a layer are named.
names(layer) := [layer, sprintf("%s_*", [layer]), sprintf("*_%s", [layer])]
