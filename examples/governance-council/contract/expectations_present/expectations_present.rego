# METADATA
# title: Every table of a contract has a quality rule
# description: A product promises quality; a promise that is not written down cannot be kept.
# custom:
#   kind: data
#   subject: contract
#   severity: error
#   characteristic: trustworthiness
#   remediation: Add a quality rule to the table or to one of its columns.
package council.contract.expectations_present

deny contains finding if {
	some table in input.contract.schema
	count(object.get(table, "quality", [])) == 0
	count([rule | some column in table.columns; some rule in column.quality]) == 0
	finding := {"msg": sprintf("the table %s has no quality rule", [table.name]), "at": table.name}
}
