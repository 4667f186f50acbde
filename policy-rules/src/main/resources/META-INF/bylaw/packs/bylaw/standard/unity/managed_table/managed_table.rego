# METADATA
# title: Tables and volumes are managed, unless approved
# description: Files of an external table stay when the table is dropped, and can be read and changed without anyone seeing it.
# related_resources:
#   - https://docs.databricks.com/tables/managed.html
# custom:
#   aliases: [U04]
#   kind: infra
#   subject: [table, volume]
#   severity: warning
#   characteristic: secure
#   unknown: pass
#   remediation: Create the table without a location, or ask for approval.
#   parameters:
#     approved: {type: array, items: {type: string}, default: [], order: subset, description: Regular expressions for the full names of objects that may be external}
package bylaw.unity.managed_table

import data.bylaw.lib.patterns
import data.parameters.unity.managed_table as params

external contains {"kind": "table", "of": input.table, "field": "table_type"} if {
	startswith(input.table.table_type, "EXTERNAL")
}

external contains {"kind": "volume", "of": input.volume, "field": "volume_type"} if {
	input.volume.volume_type == "EXTERNAL"
}

deny contains finding if {
	some found in external
	name := full_name(found.of)
	not patterns.match(params.approved, name)
	finding := {
		"msg": sprintf("the %s %s is external", [found.kind, name]),
		"at": [found.kind, found.field],
		"wanted": "MANAGED",
	}
}

full_name(object_) := object_.full_name

full_name(object_) := concat(".", [object_[part] | some part in ["catalog_name", "schema_name", "name"]]) if {
	not object_.full_name
}
