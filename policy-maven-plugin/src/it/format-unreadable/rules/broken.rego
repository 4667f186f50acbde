package rules.broken

allow {
	true
}
