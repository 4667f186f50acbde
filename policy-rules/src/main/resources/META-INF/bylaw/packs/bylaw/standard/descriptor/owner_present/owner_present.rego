# METADATA
# title: An accountable owner is named
# description: Nobody answers for an orphan product. A placeholder such as "TBD" names nobody.
# custom:
#   aliases: [D11]
#   kind: code
#   subject: [product, contract]
#   severity: error
#   characteristic: discoverable
#   remediation: Name who answers for it; in ODCS and ODPS a team member with the role owner.
#   parameters:
#     placeholders: {type: array, items: {type: string}, default: [tbd, todo, n/a, none, unknown, owner, to be defined, to be done], order: superset, description: "Words that name nobody, in lower case"}
#     owner: {type: string, default: "", description: "Who answers where nobody is named: a fix proposes it; with none there is no fix"}
#     except: {type: array, items: {type: string}, default: [dbt], order: subset, description: "Standards whose products name no owner, as their contracts do"}
package bylaw.descriptor.owner_present

import data.parameters.descriptor.owner_present as params

described := input.product if not excepted

# In these standards a contract has its product's owner.
described := input.contract if not inherited

inherited if input.contract.standard in {"dpds", "witboost"}

excepted if input.product.standard in params.except

deny contains finding if {
	not described.owner
	finding := {"msg": "no owner is named", "at": object.get(described, "team", described), "fix": named}
}

deny contains finding if {
	lower(trim_space(described.owner)) in params.placeholders
	finding := {
		"msg": sprintf("%q names nobody", [described.owner]),
		"at": described.owner,
		"fix": [{"set": [kind, "owner"], "to": params.owner} | params.owner != ""],
	}
}

kind := "product" if input.product

kind := "contract" if input.contract

# Where a standard names the owner.
fields := {
	"odcs": {"path": ["raw", "team"], "value": [{"username": params.owner, "role": "owner"}]},
	"odps-bitol": {"path": ["raw", "team"], "value": [{"username": params.owner, "role": "owner"}]},
	"dcs": {"path": ["raw", "info", "owner"], "value": params.owner},
	"witboost": {"path": ["raw", "dataProductOwner"], "value": params.owner},
}

named := [{"set": field.path, "to": field.value} |
	params.owner != ""
	field := fields[described.standard]
	not input.raw.team
]
