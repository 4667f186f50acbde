# METADATA
# title: Every table has a quality rule with a threshold
# description: A promise must be testable; a rule that says nothing about when it fails is not.
# custom:
#   aliases: [D34]
#   kind: code
#   subject: contract
#   severity: warning
#   characteristic: trustworthy
#   unknown: pass
#   remediation: Add a quality rule with an operator such as mustBeLessThan.
#   parameters:
#     except: {type: array, items: {type: string}, default: [witboost], order: subset, description: "Standards that state quality elsewhere"}
package bylaw.descriptor.quality_rule_present

import data.parameters.descriptor.quality_rule_present as params

operators := {
	"mustBe", "mustNotBe", "mustBeGreaterThan", "mustBeGreaterOrEqualTo", "mustBeLessThan", "mustBeLessOrEqualTo",
	"mustBeBetween", "mustNotBeBetween",
}

deny contains finding if {
	not input.contract.standard in params.except
	count(object.get(input.contract, "quality", [])) == 0
	some i, table in input.contract.schema
	not tested(table)
	finding := {
		"msg": sprintf("no quality rule with a threshold tests %v", [object.get(table, "name", "the table")]),
		"at": ["contract", "schema", i],
	}
}

tested(table) if {
	some rule in table.quality
	decides(rule)
}

tested(table) if {
	some column in table.columns
	some rule in column.quality
	decides(rule)
}

decides(rule) if {
	some operator in operators
	operator in object.keys(rule)
}

# A test of dbt fails by itself, and so does the configuration of an engine.
decides(rule) if {
	rule.metric
	input.contract.standard == "dbt"
}

decides(rule) if rule.implementation
