# METADATA
# title: Nothing breaks without a new major version
# description: A column that is dropped or retyped, or a port that is gone, breaks consumers who have pinned the version.
# custom:
#   aliases: [D39]
#   kind: code
#   subject: [product, contract]
#   severity: error
#   characteristic: trustworthy
#   unknown: pass
#   remediation: Take the change back, or raise the major version and keep the old one until its consumers have moved.
package bylaw.descriptor.no_breaking_change

import data.bylaw.lib.changes

before := input.previous.contract

deny contains finding if {
	not changes.new_major(before.version, input.contract.version)
	some [path, change] in changes.breaking(before, input.contract)
	finding := {
		"msg": sprintf("%s without a new major version (was %s)", [change, object.get(before, "version", "without one")]),
		"at": array.concat(["contract"], path),
	}
}

deny contains finding if {
	was := input.previous.product
	not changes.new_major(was.version, input.product.version)
	now := {port.name | some port in input.product.outputPorts}
	some port in was.outputPorts
	not port.name in now
	finding := {
		"msg": sprintf("the output port %s is gone without a new major version", [port.name]),
		"at": ["product", "outputPorts"],
	}
}
