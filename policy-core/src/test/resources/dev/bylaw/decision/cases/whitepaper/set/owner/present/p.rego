# METADATA
# title: Somebody is accountable
# description: |
#   Nobody answers for an orphan. A product without an owner is repaired by nobody, and its consumers
#   find that out last.
# custom:
#   kind: code
#   subject: [contract, cluster]
package acme.owner.present

deny contains "there is no owner" if not input.contract.owner

violation contains {"msg": "no support", "found": 0, "details": {"channels": []}} if {
	count(input.contract.support) == 0
}
