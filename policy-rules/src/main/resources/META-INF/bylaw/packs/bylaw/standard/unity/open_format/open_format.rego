# METADATA
# title: Tables have an open format
# description: Consumers with other engines read DELTA and ICEBERG natively; other formats lack transactions.
# custom:
#   aliases: [U05]
#   kind: infra
#   subject: table
#   severity: warning
#   characteristic: natively accessible
#   unknown: pass
#   remediation: Write the table as DELTA or ICEBERG.
#   parameters:
#     formats: {type: array, items: {type: string}, default: [DELTA, ICEBERG, DELTA_UNIFORM_ICEBERG, DELTASHARING], order: subset, description: "Formats that are open, in upper case"}
#     types: {type: array, items: {type: string}, default: [MANAGED, EXTERNAL], order: superset, description: Types of tables that are judged}
package bylaw.unity.open_format

import data.parameters.unity.open_format as params

deny contains finding if {
	input.table.table_type in params.types
	format := input.table.data_source_format
	not upper(format) in params.formats
	finding := {
		"msg": sprintf("the table has the format %s", [format]),
		"at": ["table", "data_source_format"],
		"wanted": sprintf("one of %s", [concat(", ", params.formats)]),
	}
}
