package bylaw.descriptor.port_specification_fits_test

import data.bylaw.descriptor.port_specification_fits as policy

found(port) := all if all := {finding.msg | some finding in policy.deny} with input as {"product": {"outputPorts": [port]}}
	with data.parameters.descriptor.port_specification_fits as {"specifications": {"streaming-services": ["asyncapi"]}}

test_fails_for_another_specification if {
	found({"name": "a", "type": "streaming-services", "specification": "openapi"}) == {"the port a of type streaming-services is described with openapi, not with asyncapi"}
}

test_passes_for_the_fitting_one if found({"type": "Streaming-services", "specification": "asyncAPI"}) == set()

test_passes_without_a_specification if found({"type": "streaming-services"}) == set()

test_passes_for_another_type if found({"type": "rest-services", "specification": "openapi"}) == set()
