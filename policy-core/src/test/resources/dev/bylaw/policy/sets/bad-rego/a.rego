package a

deny contains msg if {
	msg := sprintf("%s is bad", [name])
	lowre(msg)
}
