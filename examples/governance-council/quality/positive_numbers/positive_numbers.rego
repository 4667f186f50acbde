# METADATA
# title: Numbers that count people or things are positive
# description: Emp_Num and its like identify or count; zero and below are errors of entry that spread to every report.
# custom:
#   kind: data
#   subject: contract
#   severity: error
#   characteristic: trustworthiness
#   remediation: Add a quality rule of type sql to the column, for example SELECT MIN(column) with mustBeGreaterThan 0.
#   parameters:
#     columns: {type: array, items: {type: string}, default: [Emp_Num], order: superset}
package council.quality.positive_numbers

import data.parameters.quality.positive_numbers as params

named := {lower(name) | some name in params.columns}

deny contains finding if {
	some table in input.contract.schema
	some column in table.columns
	lower(column.name) in named
	not positive(column)
	finding := {
		"msg": sprintf("no quality rule says that %s.%s is positive", [table.name, column.name]),
		"at": column.name,
		"wanted": "a quality rule with mustBeGreaterThan 0",
	}
}

positive(column) if {
	some rule in column.quality
	rule.mustBeGreaterThan >= 0
}

positive(column) if {
	some rule in column.quality
	rule.mustBeGreaterOrEqualTo > 0
}
