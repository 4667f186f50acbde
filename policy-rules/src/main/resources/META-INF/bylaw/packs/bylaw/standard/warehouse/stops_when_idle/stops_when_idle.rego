# METADATA
# title: A warehouse stops when it is idle
# description: "A warehouse with auto_stop_mins: 0 never stops; without the field it stops after two hours."
# custom:
#   aliases: [W02]
#   kind: infra
#   subject: warehouse
#   severity: error
#   characteristic: cost
#   unknown: pass
#   remediation: Set auto_stop_mins to a value from 10 up to the limit.
#   parameters:
#     max: {type: number, default: 60, order: max, description: "The longest time that a warehouse may be idle, in minutes"}
package bylaw.warehouse.stops_when_idle

import data.parameters.warehouse.stops_when_idle as params

deny contains finding if {
	input.warehouse.auto_stop_mins == 0
	finding := {
		"msg": "the warehouse never stops: 0 means never",
		"at": ["warehouse", "auto_stop_mins"],
		"wanted": sprintf("at most %v", [params.max]),
		"fix": {"set": ["warehouse", "auto_stop_mins"], "to": params.max},
	}
}

deny contains finding if {
	minutes := input.warehouse.auto_stop_mins
	minutes > params.max
	finding := {
		"msg": sprintf("the warehouse stops only after %v idle minutes, the limit is %v", [minutes, params.max]),
		"at": ["warehouse", "auto_stop_mins"],
		"wanted": sprintf("at most %v", [params.max]),
		"fix": {"set": ["warehouse", "auto_stop_mins"], "to": params.max},
	}
}

deny contains finding if {
	default_minutes > params.max
	not input.warehouse.auto_stop_mins
	finding := {
		"msg": sprintf("auto_stop_mins is not set, so the warehouse stops only after %v idle minutes", [default_minutes]),
		"at": ["warehouse", "auto_stop_mins"],
		"wanted": sprintf("at most %v", [params.max]),
		"fix": {"set": ["warehouse", "auto_stop_mins"], "to": params.max},
	}
}

default_minutes := 120
