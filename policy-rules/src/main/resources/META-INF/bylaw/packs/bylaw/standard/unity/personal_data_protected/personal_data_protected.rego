# METADATA
# title: What is tagged as personal data has a mask, a row filter or a policy on the tag
# description: A tag alone hides nothing.
# related_resources:
#   - https://docs.databricks.com/data-governance/unity-catalog/abac/
# custom:
#   aliases: [U10]
#   kind: infra
#   subject: workspace
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Add a policy on the tag to the catalog, or a mask to the column.
#   parameters:
#     keys: {type: array, items: {type: string}, default: [pii, personal_data, personal-data, gdpr, sensitive], order: superset, description: "Keys, in lower case, of tags that mark personal data"}
#     harmless: {type: array, items: {type: string}, default: [none, "no", "false", public], order: subset, description: "Values, in lower case, that say there is none"}
package bylaw.unity.personal_data_protected

import data.bylaw.lib.sensitive
import data.parameters.unity.personal_data_protected as params

deny contains finding if {
	some mark in sensitive.marked(params.keys, params.harmless)
	upper(mark.tag.entity_type) in {"COLUMNS", "TABLES", "COLUMN", "TABLE"}
	sensitive.tables[sensitive.table_of(mark.name)]
	not sensitive.is_protected(mark)
	finding := {
		"msg": sprintf("%s is tagged %s, but neither a mask nor a row filter nor a policy protects it", [mark.tag.entity_name, mark.key]),
		"at": ["workspace", "tags", mark.index, "entity_name"],
	}
}
