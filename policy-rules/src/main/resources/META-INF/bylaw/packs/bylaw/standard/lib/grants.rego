package bylaw.lib.grants

# Every privilege that the subject grants, one each.
all contains grant if {
	some i, assignment in input.grants.privilege_assignments
	some j, privilege in assignment.privileges
	grant := {
		"principal": assignment.principal,
		"privilege": privilege,
		"at": ["grants", "privilege_assignments", i, "privileges", j],
		"to": ["grants", "privilege_assignments", i, "principal"],
	}
}
