package acme.naming

allowed := true
