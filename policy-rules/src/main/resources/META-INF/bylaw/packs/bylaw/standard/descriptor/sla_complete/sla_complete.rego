# METADATA
# title: Service levels have a number, a unit, and an element that is there
# description: A promise that cannot be measured cannot be kept. ODCS does not check that the element exists.
# custom:
#   aliases: [D33]
#   kind: code
#   subject: contract
#   severity: warning
#   characteristic: trustworthy
#   unknown: pass
#   remediation: State value and unit, and an element as TABLE.COLUMN.
#   parameters:
#     unitless: {type: array, items: {type: string}, default: [generalavailability, endofsupport, endoflife, support, timeofavailability, availability, intervalofchange, timeliness, uptime], order: subset, description: "Service levels that need no unit, in lower case without signs"}
#     standards: {type: array, items: {type: string}, default: [odcs], order: superset, description: "Standards whose service levels have a unit of their own"}
package bylaw.descriptor.sla_complete

import data.parameters.descriptor.sla_complete as params

levels[i] := level if {
	input.contract.standard in params.standards
	some i, level in input.contract.sla
}

deny contains finding if {
	some i, level in levels
	not stated(level)
	finding := {"msg": sprintf("the service level %v has no value", [object.get(level, "property", i)]), "at": ["contract", "sla", i]}
}

stated(level) if {
	level.value != null
	trim_space(sprintf("%v", [level.value])) != ""
}

# A text such as "4 hours" or "P1D" has its unit with it.
deny contains finding if {
	some i, level in levels
	regex.match(`^[0-9.]+$`, sprintf("%v", [level.value]))
	not level.unit
	not regex.replace(lower(level.property), `[^a-z]`, "") in params.unitless
	finding := {
		"msg": sprintf("the service level %v has no unit", [object.get(level, "property", i)]),
		"at": ["contract", "sla", i, "unit"],
	}
}

tables contains lower(name) if {
	some table in input.contract.schema
	some name in [object.get(table, "name", ""), object.get(table, "physicalName", "")]
}

elements contains lower(sprintf("%s.%s", [name, column.name])) if {
	some table in input.contract.schema
	some name in [object.get(table, "name", ""), object.get(table, "physicalName", "")]
	some column in table.columns
}

deny contains finding if {
	some i, level in levels
	some element in split(level.element, ",")
	is := lower(trim_space(element))
	count(input.contract.schema) > 0
	not is in tables
	not is in elements
	finding := {
		"msg": sprintf("the service level %v is for %s, which the schema does not have", [object.get(level, "property", i), trim_space(element)]),
		"at": ["contract", "sla", i, "element"],
	}
}
