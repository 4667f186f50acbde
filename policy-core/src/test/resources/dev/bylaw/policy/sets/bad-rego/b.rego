package b

deny contains if {
