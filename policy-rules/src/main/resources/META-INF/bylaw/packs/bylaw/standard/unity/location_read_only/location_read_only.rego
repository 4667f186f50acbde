# METADATA
# title: External locations are read-only, unless approved
# description: What nobody may write to nobody can break. Locations of managed storage, and those that products write to, are approved by name.
# custom:
#   aliases: [U13]
#   kind: infra
#   subject: external_location
#   severity: warning
#   characteristic: secure
#   unknown: pass
#   remediation: "Set read_only: true, or ask for approval."
#   parameters:
#     writable: {type: array, items: {type: string}, default: ["managed", "write", "landing"], order: subset, description: "Regular expressions for the names, in lower case, of locations that may be written to"}
package bylaw.unity.location_read_only

import data.bylaw.lib.patterns
import data.parameters.unity.location_read_only as params

deny contains finding if {
	object.get(input.external_location, "read_only", false) != true
	not patterns.match(params.writable, lower(input.external_location.name))
	finding := {
		"msg": sprintf("the location %s can be written to", [input.external_location.name]),
		"at": ["external_location", "read_only"],
		"wanted": true,
	}
}
