# METADATA
# title: Functions of masks and row filters come from a governed schema
# description: Who can change the function of a mask takes the mask away.
# custom:
#   aliases: [U12]
#   kind: infra
#   subject: [abac_policy, table]
#   severity: warning
#   characteristic: secure
#   unknown: pass
#   remediation: Use a function of a schema that only the governance team can change.
#   parameters:
#     functions: {type: array, items: {type: string}, default: ["[.](governance|security|privacy|policies)[.][^.]+$"], order: subset, description: Regular expressions for the full names of functions that are governed}
package bylaw.unity.mask_function_governed

import data.bylaw.lib.patterns
import data.parameters.unity.mask_function_governed as params

used contains {"at": ["abac_policy", "column_mask", "function_name"], "name": input.abac_policy.column_mask.function_name}

used contains {"at": ["abac_policy", "row_filter", "function_name"], "name": input.abac_policy.row_filter.function_name}

used contains {"at": ["table", "row_filter", "function_name"], "name": input.table.row_filter.function_name}

used contains {"at": ["table", "columns", i, "mask", "function_name"], "name": column.mask.function_name} if {
	some i, column in input.table.columns
}

deny contains finding if {
	some function in used
	not patterns.match(params.functions, function.name)
	finding := {
		"msg": sprintf("the function %s is not from a governed schema", [function.name]),
		"at": function.at,
	}
}
