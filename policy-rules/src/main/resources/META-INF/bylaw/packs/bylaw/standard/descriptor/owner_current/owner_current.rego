# METADATA
# title: The owner has not left
# description: Nobody answers for a product whose owner has gone.
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

today := sprintf("%04d-%02d-%02d", time.date(time.now_ns()))

left contains member.dateOut if {
	some member in descriptor.whole.team
	owner in {object.get(member, "username", ""), object.get(member, "name", "")}
	member.dateOut < today
}

stays if {
	some member in descriptor.whole.team
	owner in {object.get(member, "username", ""), object.get(member, "name", "")}
	object.get(member, "dateOut", "9") >= today
}

deny contains finding if {
	not stays
	some day in left
	finding := {"msg": sprintf("the owner %s left on %s", [owner, day]), "at": [descriptor.kind, "owner"]}
}

deny contains finding if {
	owner in params.leavers
	finding := {"msg": sprintf("the owner %s has left", [owner]), "at": [descriptor.kind, "owner"]}
}
