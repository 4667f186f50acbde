package main

import rego.v1

deny contains msg if {
	input.kind == "Deployment"
	input.spec.replicas < data.limits.replicas
	msg := sprintf("%s has %d replicas", [input.metadata.name, input.spec.replicas])
}

warn contains {"msg": "no owner", "details": 1} if not input.metadata.owner

violation_kind contains {"msg": "no services"} if input.kind == "Service"

exception contains ["kind"] if input.metadata.name == "web"
