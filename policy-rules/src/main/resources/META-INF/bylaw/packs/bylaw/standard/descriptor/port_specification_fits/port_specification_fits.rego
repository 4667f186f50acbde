# METADATA
# title: A port is described in the language of its service
# description: Streams, services and tables are described in different languages; the wrong one tells a consumer nothing.
# related_resources:
#   - https://dpds.opendatamesh.org/
# custom:
#   aliases: [D20]
#   kind: code
#   subject: product
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   remediation: Describe the port with the specification that the message names, or mend its type.
#   parameters:
#     specifications: {type: object, default: {streaming-services: [asyncapi], rest-services: [openapi, raml], datastore-services: [datastoreapi, custom]}, description: "Specifications for each type of service"}
package bylaw.descriptor.port_specification_fits

import data.parameters.descriptor.port_specification_fits as params

deny contains finding if {
	some i, port in input.product.outputPorts
	fitting := params.specifications[lower(port.type)]
	not lower(port.specification) in fitting
	port.specification
	finding := {
		"msg": sprintf("the port %v of type %s is described with %s, not with %s", [object.get(port, "name", i), port.type, port.specification, concat(" or ", fitting)]),
		"at": ["product", "outputPorts", i, "specification"],
		"wanted": fitting,
	}
}
