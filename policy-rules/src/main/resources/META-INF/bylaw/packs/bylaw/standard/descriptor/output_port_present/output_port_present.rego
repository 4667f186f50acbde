# METADATA
# title: A product has an output port
# description: What nobody can read is not a product.
# custom:
#   aliases: [D17]
#   kind: code
#   subject: product
#   severity: error
#   characteristic: natively accessible
#   unknown: pass
#   remediation: Declare the port through which consumers read the data.
#   parameters:
#     except: {type: array, items: {type: string}, default: [dbt], order: subset, description: "Standards whose products have no ports"}
package bylaw.descriptor.output_port_present

import data.parameters.descriptor.output_port_present as params

deny contains finding if {
	not input.product.standard in params.except
	count(object.get(input.product, "outputPorts", [])) == 0
	not is_open
	finding := {"msg": "the product has no output port", "at": ["product", "outputPorts"]}
}

# What a reference leads to that cannot be followed.
is_open if {
	some value in input.unknown
	startswith(value.pointer, "/product/outputPorts")
}
