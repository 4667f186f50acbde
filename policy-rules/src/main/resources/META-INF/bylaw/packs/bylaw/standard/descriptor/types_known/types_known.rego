# METADATA
# title: Types are those of the standard, and exist on Databricks
# description: A type that nobody knows breaks the generation of tables and tests.
# related_resources:
#   - https://docs.databricks.com/sql/language-manual/sql-ref-datatypes.html
# custom:
#   aliases: [D24]
#   kind: code
#   subject: contract
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   remediation: Write a type of the standard; a physical type as Databricks has it.
#   parameters:
#     logical: {type: array, items: {type: string}, default: [string, date, timestamp, time, number, integer, object, array, boolean], order: subset, description: "Logical types"}
#     physical: {type: array, items: {type: string}, default: [array, bigint, binary, boolean, byte, char, date, dec, decimal, double, float, geography, geometry, int, integer, interval, long, map, numeric, object, real, short, smallint, string, struct, timestamp, timestamp_ltz, timestamp_ntz, tinyint, varchar, variant, void], order: subset, description: "Physical types on Databricks, without their lengths, in lower case"}
#     meant: {type: object, default: {int: integer, long: integer, bigint: integer, float: number, double: number, decimal: number, numeric: number, text: string, varchar: string, uuid: string, bool: boolean, datetime: timestamp, struct: object, record: object, map: object, list: array}, description: "What other logical types mean"}
package bylaw.descriptor.types_known

import data.bylaw.lib.columns
import data.parameters.descriptor.types_known as params

deny contains finding if {
	some [path, column] in columns.all
	not column.logicalType in params.logical
	column.logicalType
	finding := {
		"msg": sprintf("the logical type %q of %v is none of the standard%s", [column.logicalType, object.get(column, "name", "the column"), hint(lower(column.logicalType))]),
		"at": array.concat(path, ["logicalType"]),
		"wanted": params.logical,
	}
}

hint(type) := sprintf("; write %s", [params.meant[type]])

hint(type) := sprintf("; write %s", [type]) if type in params.logical

hint(type) := "" if {
	not params.meant[type]
	not type in params.logical
}

# Without its length or its parts.
bare(type) := lower(regex.find_n(`^[^(<: ]*`, trim_space(type), 1)[0])

on_databricks if {
	some server in input.contract.servers
	lower(server.type) == "databricks"
}

deny contains finding if {
	on_databricks
	some [path, column] in columns.all
	type := bare(column.physicalType)
	not type in params.physical
	finding := {
		"msg": sprintf("the physical type %q of %v does not exist on Databricks", [column.physicalType, object.get(column, "name", "the column")]),
		"at": array.concat(path, ["physicalType"]),
	}
}
