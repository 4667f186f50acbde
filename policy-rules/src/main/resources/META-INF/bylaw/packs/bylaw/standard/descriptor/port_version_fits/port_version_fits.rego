# METADATA
# title: Output ports are not of a newer major version than their product
# description: A port of a newer major version cannot be released with the product; consumers would find a version that is not there.
# custom:
#   aliases: [D07]
#   kind: code
#   subject: product
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   remediation: Raise the major version of the product, or lower that of the port.
package bylaw.descriptor.port_version_fits

major(version) := to_number(regex.find_n(`\d{1,9}`, version, 1)[0])

deny contains finding if {
	some i, port in input.product.outputPorts
	major(port.version) > major(input.product.version)
	finding := {
		"msg": sprintf("the port %v is of version %s, its product of %s", [object.get(port, "name", i), port.version, input.product.version]),
		"at": ["product", "outputPorts", i, "version"],
	}
}
