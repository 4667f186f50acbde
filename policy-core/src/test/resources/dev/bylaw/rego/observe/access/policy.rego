package access

default allow := false

allow if {
	some role in roles
	permits(role, input.action)
}

roles contains role if {
	some grant in data.grants
	grant.user == input.user
	not expired(grant)
	role := grant.role
}

expired(grant) if grant.until < input.day

permits("admin", _) := true

permits(role, action) := true if {
	action in data.actions[role]
} else := false

level := 3 if {
	"admin" in roles
} else := 2 if {
	count(roles) > 1
} else := 1

all_known if {
	every role in roles {
		data.actions[role]
	}
}

as_guest if {
	not allow with input.user as "guest" with data.grants as [{"role": input.role, "user": "guest"}]
}

tomorrow[user] := found if {
	some user in {grant.user | some grant in data.grants}
	found := roles with input.day as input.day + 1 with input.user as user
}
