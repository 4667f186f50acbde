# METADATA
# title: Who pays, or what it costs, is stated
# description: Without a price or a cost centre nobody can be charged for a product.
# custom:
#   aliases: [D37]
#   kind: code
#   subject: [product, contract]
#   severity: warning
#   characteristic: cost
#   unknown: pass
#   remediation: State a price, or tag the descriptor with its cost centre.
#   parameters:
#     tags: {type: array, items: {type: string}, default: ["cost*centre*", "cost*center*", "cost*"], order: subset, description: "Tags that name who pays, with * for any text, in lower case"}
#     except: {type: array, items: {type: string}, default: [dbt, odps-bitol, dpds], order: subset, description: "Standards whose products state it elsewhere"}
package bylaw.descriptor.cost_stated

import data.bylaw.lib.descriptor
import data.parameters.descriptor.cost_stated as params

is := descriptor.whole

stated if is.price

stated if {
	some tag in is.tags
	some pattern in params.tags
	glob.match(pattern, [], lower(tag))
}

deny contains finding if {
	not is.standard in params.except
	not stated
	finding := {"msg": sprintf("the %s states neither a price nor who pays", [descriptor.kind]), "at": [descriptor.kind, "price"]}
}
