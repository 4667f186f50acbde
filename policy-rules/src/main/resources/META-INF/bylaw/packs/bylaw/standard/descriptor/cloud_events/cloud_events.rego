# METADATA
# title: Events have the attributes of CloudEvents
# description: Events of all domains can be routed and joined where they share an envelope.
# related_resources:
#   - https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md
# custom:
#   aliases: [seed-004-cloudevents]
#   kind: code
#   subject: contract
#   severity: info
#   characteristic: interoperable
#   unknown: pass
#   remediation: Add the attributes, or publish in binary mode and take the contract out of the rule.
#   parameters:
#     types: {type: array, items: {type: string}, default: [kafka, kinesis, pubsub, eventhub, eventhubs, pulsar], order: superset, description: "Types of servers that carry events, in lower case"}
#     attributes: {type: array, items: {type: string}, default: [id, source, specversion, type], order: superset, description: "Attributes that an event has, in lower case"}
package bylaw.descriptor.cloud_events

import data.parameters.descriptor.cloud_events as params

carries_events if {
	some server in input.contract.servers
	lower(server.type) in params.types
}

deny contains finding if {
	carries_events
	some i, event in input.contract.schema
	there := {regex.replace(lower(column.name), `^ce_`, "") | some column in event.columns}
	missing := [attribute | some attribute in params.attributes; not attribute in there]
	count(missing) > 0
	finding := {
		"msg": sprintf("the event %v lacks %s of CloudEvents", [object.get(event, "name", i), concat(", ", missing)]),
		"at": ["contract", "schema", i, "columns"],
		"wanted": missing,
	}
}
