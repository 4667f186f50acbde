# METADATA
# title: Keys and critical columns are complete and unique
# description: A missing or doubled key hurts every consumer.
# custom:
#   aliases: [D35]
#   kind: code
#   subject: contract
#   severity: warning
#   characteristic: trustworthy
#   unknown: pass
#   remediation: Mark the column as required, and a key as unique, or add rules that test it.
#   parameters:
#     completeness: {type: array, items: {type: string}, default: [nullvalues, missingvalues, notnull, nullcheck, completeness, missingcount, missingpercent], order: subset, description: "Metrics of completeness, in lower case without signs"}
#     uniqueness: {type: array, items: {type: string}, default: [duplicatevalues, unique, uniquecheck, uniqueness, duplicatecount, duplicatepercent], order: subset, description: "Metrics of uniqueness, in lower case without signs"}
package bylaw.descriptor.keys_tested

import data.bylaw.lib.columns
import data.parameters.descriptor.keys_tested as params

tested(column, metrics) if {
	some rule in column.quality
	regex.replace(lower(rule.metric), `[^a-z]`, "") in metrics
}

# A primary key is required and unique by its meaning, one of several columns not unique alone.
complete(column) if column.required

complete(column) if column.primaryKey

complete(column) if tested(column, params.completeness)

deny contains finding if {
	some [path, column] in columns.all
	column.criticalDataElement
	not complete(column)
	finding := {"msg": sprintf("nothing says that the critical column %v is complete", [object.get(column, "name", "")]), "at": path}
}

deny contains finding if {
	some i, table in input.contract.schema
	count(table.primaryKey) == 1
	some j, column in table.columns
	column.name == table.primaryKey[0]
	not column.unique
	not tested(column, params.uniqueness)
	finding := {
		"msg": sprintf("nothing tests that the key %s is unique", [column.name]),
		"at": ["contract", "schema", i, "columns", j],
	}
}

deny contains finding if {
	some i, table in input.contract.schema
	some j, column in table.columns
	column.name in table.primaryKey
	not column.required
	not tested(column, params.completeness)
	finding := {
		"msg": sprintf("nothing tests that the key %s is complete", [column.name]),
		"at": ["contract", "schema", i, "columns", j],
	}
}
