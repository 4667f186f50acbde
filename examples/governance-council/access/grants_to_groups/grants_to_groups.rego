# METADATA
# title: Privileges are granted to groups
# description: People come and go; a grant to a person outlives the reason for it and is seen by nobody.
# custom:
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: security
#   remediation: Grant to a group, and put the person or the service into the group.
package council.access.grants_to_groups

deny contains finding if {
	some grant in input.sql.grants
	some principal in grant.principals
	kind := single(principal)
	finding := {
		"msg": sprintf("%s on %s is granted to the %s %s", [concat(", ", grant.privileges), grant.securable.name, kind, principal]),
		"at": principal,
		"found": principal,
		"wanted": "a group",
	}
}

# Databricks names people by their e-mail address, and service principals by their application id
single(principal) := "user" if contains(principal, "@")

single(principal) := "service principal" if uuid.parse(principal)
