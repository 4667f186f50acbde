# METADATA
# title: The warehouse for reports stays up for a while
# custom: {kind: infra, subject: warehouse, severity: warning}
package acme.reports.stay_up

deny contains finding if {
	input.warehouse.name == "reports"
	input.warehouse.auto_stop_mins < 90
	finding := {"msg": "reports would wait for the warehouse", "at": ["warehouse", "auto_stop_mins"]}
}
