# METADATA
# title: Groups and service principals own data, not people
# description: A person leaves, and with them the right to change what they own.
# custom:
#   aliases: [SQL-OWN-01]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: trustworthy
#   unknown: pass
#   suppressible: true
#   remediation: Name a group or a service principal behind OWNER TO.
package bylaw.sql.owner_is_group

import data.bylaw.lib.people

deny contains finding if {
	some i, statement in input.sql.statements
	people.is_person(statement.owner)
	finding := {"msg": sprintf("%s is to be owned by the person %s", [statement.target.name, statement.owner]), "at": ["sql", "statements", i, "owner"]}
}
