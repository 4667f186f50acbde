# METADATA
# title: Table names are upper case
# custom:
#   kind: code
#   subject: [sql, contract]
#   severity: warning
package acme.naming.table_upper_case

deny contains finding if {
	some table in input.sql.tables
	table.name != upper(table.name)
	finding := {"msg": "lower case", "at": table.name, "wanted": upper(table.name)}
}
