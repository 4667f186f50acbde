package acme.cost.broken

import rego.v1

deny contains msg if {
	msg := unknown_name
}
