# METADATA
# title: The owner stays
# description: Nobody answers for a product whose owner has gone; a date of leaving, past or to come, calls for a successor.
# custom:
#   aliases: [D12]
#   kind: code
#   subject: [product, contract]
#   severity: warning
#   characteristic: trustworthy
#   unknown: pass
#   remediation: Name the successor as the owner, or better a team.
#   parameters:
#     leavers: {type: array, items: {type: string}, default: [], order: superset, description: "People who have left, as descriptors name them"}
package bylaw.descriptor.owner_current

import data.bylaw.lib.descriptor
import data.parameters.descriptor.owner_current as params

owner := descriptor.whole.owner

entries contains member if {
	some member in descriptor.whole.team
	owner in {object.get(member, "username", ""), object.get(member, "name", "")}
}

stays if {
	some member in entries
	not member.dateOut
}

deny contains finding if {
	not stays
	some member in entries
	finding := {"msg": sprintf("the owner %s leaves on %s", [owner, member.dateOut]), "at": [descriptor.kind, "owner"]}
}

deny contains finding if {
	owner in params.leavers
	finding := {"msg": sprintf("the owner %s has left", [owner]), "at": [descriptor.kind, "owner"]}
}
