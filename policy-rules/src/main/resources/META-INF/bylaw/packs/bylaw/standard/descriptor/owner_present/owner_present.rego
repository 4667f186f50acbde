# METADATA
# title: An accountable owner is named
# description: Nobody answers for an orphan product. A placeholder such as "TBD" names nobody.
# custom:
#   aliases: [D11]
#   kind: code
#   subject: [product, contract]
#   severity: error
#   characteristic: discoverable
#   remediation: Name who answers for it; in ODCS and ODPS a team, or a team member with the role owner.
#   parameters:
#     placeholders: {type: array, items: {type: string}, default: [tbd, todo, n/a, none, unknown, owner, to be defined, to be done], order: superset, description: "Words that name nobody, in lower case"}
#     owner: {type: string, default: "", description: "Who answers where nobody is named: a fix proposes it; with none there is no fix"}
#     except: {type: array, items: {type: string}, default: [dbt], order: subset, description: "Standards whose products name no owner, as their contracts do"}
package bylaw.descriptor.owner_present

import data.parameters.descriptor.owner_present as params

standard := input.product.standard

standard := input.contract.standard

kind := "product" if input.product.standard

kind := "contract" if input.contract.standard

owner := input.product.owner

owner := input.contract.owner

# In these standards a contract has its product's owner, and one without it is told of the product.
elsewhere if {
	kind == "contract"
	standard in {"dpds", "witboost"}
}

elsewhere if {
	kind == "product"
	standard in params.except
}

deny contains finding if {
	kind
	not elsewhere
	not owner
	finding := {"msg": "no owner is named", "at": [kind, "team"], "fix": proposed}
}

deny contains finding if {
	not elsewhere
	lower(trim_space(owner)) in params.placeholders
	finding := {
		"msg": sprintf("%q names nobody", [owner]),
		"at": [kind, "owner"],
		"fix": [{"set": [kind, "owner"], "to": params.owner} | params.owner != ""],
	}
}

# Where a standard names the owner.
fields := {
	"odcs": {"path": ["raw", "team"], "value": [{"username": params.owner, "role": "owner"}]},
	"odps-bitol": {"path": ["raw", "team"], "value": [{"username": params.owner, "role": "owner"}]},
	"dcs": {"path": ["raw", "info", "owner"], "value": params.owner},
	"witboost": {"path": ["raw", "dataProductOwner"], "value": params.owner},
}

proposed := [{"set": field.path, "to": field.value} |
	params.owner != ""
	field := fields[standard]
	not input.raw.team
]
