# METADATA
# title: Few principals are excepted from a policy on tags
# description: Who is excepted sees the data in clear.
# related_resources:
#   - https://docs.databricks.com/data-governance/unity-catalog/abac/
# custom:
#   aliases: [U12]
#   kind: infra
#   subject: abac_policy
#   severity: warning
#   characteristic: secure
#   unknown: pass
#   remediation: Except one small group of those who must see the data.
#   parameters:
#     max: {type: number, default: 2, order: max, description: "The most principals that may be excepted"}
#     broad: {type: array, items: {type: string}, default: [account users, users, all account users], order: superset, description: "Groups that everybody is in, in lower case"}
package bylaw.unity.abac_exception_controlled

import data.bylaw.lib.people
import data.parameters.unity.abac_exception_controlled as params

excepted := input.abac_policy.except_principals

deny contains finding if {
	count(excepted) > params.max
	finding := {
		"msg": sprintf("%d principals are excepted, the limit is %v", [count(excepted), params.max]),
		"at": ["abac_policy", "except_principals"],
		"wanted": sprintf("at most %v", [params.max]),
	}
}

deny contains finding if {
	some i, principal in excepted
	is_wrong(principal)
	finding := {
		"msg": sprintf("%s is excepted", [principal]),
		"at": ["abac_policy", "except_principals", i],
		"wanted": "a small group",
	}
}

is_wrong(principal) if lower(principal) in params.broad

is_wrong(principal) if people.is_person(principal)
