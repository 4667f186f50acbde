package a

deny contains msg if {
	msg := sprintf("%s is bad", [name])
}

deny contains msg if {
	lowre(input.sql.dialect)
	msg := "x"
}
