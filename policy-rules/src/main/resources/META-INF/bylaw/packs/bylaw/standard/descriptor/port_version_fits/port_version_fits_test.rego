package bylaw.descriptor.port_version_fits_test

import data.bylaw.descriptor.port_version_fits as policy

found(product, port) := all if all := policy.deny with input as {"product": {"version": product, "outputPorts": [{"name": "gold", "version": port}]}}

test_fails_for_a_newer_port if {
	some finding in found("1.9.0", "v2.0.0")
	finding.msg == "the port gold is of version v2.0.0, its product of 1.9.0"
}

test_passes_for_the_same_major_version if count(found("1.0.0", "1.4.0")) == 0

test_passes_for_an_older_port if count(found("10.0.0", "9.0.0")) == 0
