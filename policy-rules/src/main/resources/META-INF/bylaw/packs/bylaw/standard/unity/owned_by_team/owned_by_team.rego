# METADATA
# title: Objects are owned by a group or a service principal
# description: What a person owns has no owner when the person leaves.
# related_resources:
#   - https://docs.databricks.com/data-governance/unity-catalog/manage-privileges/ownership.html
# custom:
#   aliases: [U02]
#   kind: infra
#   subject: [catalog, schema, table, volume, share, external_location, storage_credential, recipient]
#   severity: warning
#   characteristic: trustworthy
#   unknown: pass
#   remediation: "Give the object to a group: ALTER ... OWNER TO `orders-owners`."
package bylaw.unity.owned_by_team

import data.bylaw.lib.people
import data.bylaw.lib.securables

deny contains finding if {
	some kind, object_ in securables.all
	people.is_person(object_.owner)
	finding := {
		"msg": sprintf("the %s %s is owned by a person", [kind, object.get(object_, "name", "")]),
		"at": [kind, "owner"],
		"wanted": "a group or a service principal",
	}
}
