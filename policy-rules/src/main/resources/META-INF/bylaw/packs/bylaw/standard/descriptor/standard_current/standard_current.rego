# METADATA
# title: The descriptor follows a standard that is still maintained
# description: Tools stop reading standards that were superseded, and then nobody can find the product.
# related_resources:
#   - https://datacontract.com/
# custom:
#   aliases: [D03]
#   kind: code
#   subject: [product, contract]
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   remediation: Convert the descriptor to the standard that the message names.
#   parameters:
#     superseded: {type: object, default: {"dcs ": ODCS 3.1, "odcs 2": ODCS 3.1, "odcs v2": ODCS 3.1, "odps-bitol v0": ODPS 1.0}, description: "What takes the place of standards, by how their names and versions begin"}
package bylaw.descriptor.standard_current

import data.bylaw.lib.descriptor
import data.parameters.descriptor.standard_current as params

deny contains finding if {
	is := descriptor.whole
	full := sprintf("%s %s", [is.standard, object.get(is, "standardVersion", "")])
	some start, successor in params.superseded
	startswith(full, start)
	finding := {
		"msg": sprintf("%s is superseded by %s", [trim_space(full), successor]),
		"at": [descriptor.kind, "standardVersion"],
		"wanted": successor,
	}
}
