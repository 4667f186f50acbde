# METADATA
# title: The id has the agreed form
# description: The id is the address that other products link to, so it must be unique and must not change; a name does change.
# custom:
#   aliases: [D04]
#   kind: code
#   subject: [product, contract]
#   severity: error
#   characteristic: addressable
#   unknown: pass
#   remediation: Take a UUID or a URN, and keep it for ever.
#   parameters:
#     pattern: {type: string, default: "^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|urn:[a-zA-Z0-9][a-zA-Z0-9-]{0,31}:[^\\s]+)$", description: "Regular expression that an id matches"}
#     except: {type: array, items: {type: string}, default: [dbt, odps-lf], order: subset, description: "Standards that make ids themselves"}
package bylaw.descriptor.id_form

import data.bylaw.lib.descriptor
import data.parameters.descriptor.id_form as params

judged := descriptor.whole if not descriptor.whole.standard in params.except

deny contains finding if {
	not regex.match(params.pattern, judged.id)
	finding := {
		"msg": sprintf("the id %q is neither a UUID nor a URN of the agreed form", [judged.id]),
		"at": [descriptor.kind, "id"],
		"wanted": params.pattern,
	}
}

deny contains finding if {
	not judged.id
	finding := {"msg": sprintf("the %s has no id", [descriptor.kind]), "at": [descriptor.kind, "id"], "wanted": params.pattern}
	judged
}
