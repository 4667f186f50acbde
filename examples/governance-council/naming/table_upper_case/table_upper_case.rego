# METADATA
# title: Table names are upper case
# description: One spelling in code, catalogue and reports; a name that differs only in case is a second table to a reader.
# custom:
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: interoperability
#   remediation: Write the table's name in upper case wherever it is created.
package council.naming.table_upper_case

deny contains finding if {
	some table in input.sql.tables
	table.name != upper(table.name)
	finding := {
		"msg": sprintf("%s %s is not upper case", [table.type, table.name]),
		"at": table.name,
		"found": table.name,
		"wanted": upper(table.name),
	}
}
