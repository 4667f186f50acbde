# METADATA
# title: No personal data is shared without protection
# description: Who gets a share sees the data as it is; masks that follow tags hold for it only where they are set.
# custom:
#   aliases: [U16]
#   kind: infra
#   subject: workspace
#   severity: error
#   characteristic: compliance
#   unknown: pass
#   remediation: Share a view without the column, or mask it.
#   parameters:
#     keys: {type: array, items: {type: string}, default: [pii, personal_data, personal-data, gdpr, sensitive], order: superset, description: "Keys, in lower case, of tags that mark personal data"}
#     harmless: {type: array, items: {type: string}, default: [none, "no", "false", public], order: subset, description: "Values, in lower case, that say there is none"}
package bylaw.unity.shared_object_masked

import data.bylaw.lib.sensitive
import data.parameters.unity.shared_object_masked as params

deny contains finding if {
	some mark in sensitive.marked(params.keys, params.harmless)
	some i, share in input.workspace.shares
	some j, shared in share.objects
	sensitive.table_of(mark.name) == lower(shared.name)
	not sensitive.is_protected(mark)
	finding := {
		"msg": sprintf("%s shares %s, which is tagged %s and not masked", [share.name, mark.tag.entity_name, mark.key]),
		"at": ["workspace", "shares", i, "objects", j, "name"],
	}
}
