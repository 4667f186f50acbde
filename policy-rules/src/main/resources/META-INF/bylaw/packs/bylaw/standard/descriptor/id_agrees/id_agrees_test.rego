package bylaw.descriptor.id_agrees_test

import data.bylaw.descriptor.id_agrees as policy

params := {"templates": {"witboost": "urn:dmb:dp:{domain}:{name}:{major}"}}

found(id, version) := all if all := policy.deny with input as {"product": {
	"standard": "witboost", "id": id,
	"domain": "finance", "name": "Cash Flow", "version": version,
}}
	with data.parameters.descriptor.id_agrees as params

test_fails_for_another_domain if {
	some finding in found("urn:dmb:dp:marketing:cash-flow:1", "1.2.0")
	finding.wanted == "urn:dmb:dp:finance:cash-flow:1"
}

test_fails_for_another_major_version if count(found("urn:dmb:dp:finance:cash-flow:0", "1.0.0")) == 1

test_passes_where_all_agree if count(found("urn:dmb:dp:finance:cash_flow:1", "v1.2.0")) == 0

test_passes_for_a_standard_without_a_template if {
	count(policy.deny) == 0 with input as {"product": {"standard": "dpds", "id": "x", "domain": "a", "name": "b", "version": "1"}}
		with data.parameters.descriptor.id_agrees as params
}
