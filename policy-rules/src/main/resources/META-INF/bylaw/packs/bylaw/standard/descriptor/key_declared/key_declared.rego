# METADATA
# title: Every table has a key
# description: Without keys, products cannot be joined and rows cannot be told apart.
# custom:
#   aliases: [D25]
#   kind: code
#   subject: contract
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   remediation: Mark the columns of the primary key, or those that are unique.
package bylaw.descriptor.key_declared

deny contains finding if {
	some i, table in input.contract.schema
	count(table.columns) > 0
	not keyed(table)
	finding := {"msg": sprintf("%v has no key", [object.get(table, "name", "the table")]), "at": ["contract", "schema", i]}
}

keyed(table) if count(table.primaryKey) > 0

keyed(table) if {
	some column in table.columns
	column.primaryKey
}

keyed(table) if {
	some column in table.columns
	column.unique
}
