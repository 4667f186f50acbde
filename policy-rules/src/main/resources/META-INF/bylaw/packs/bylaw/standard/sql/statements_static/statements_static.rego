# METADATA
# title: Statements are written out, not put together
# description: What a text becomes at run time no rule, lineage or review can see.
# custom:
#   aliases: [SQL-LIF-02]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: trustworthy
#   unknown: pass
#   suppressible: true
#   remediation: "Write the statement out; take a value from a parameter, and a name from IDENTIFIER(:name)."
#   parameters:
#     parameters: {type: boolean, default: true, order: fixed, description: "Whether a parameter alone may be a name, IDENTIFIER(:t)"}
package bylaw.sql.statements_static

import data.parameters.sql.statements_static as params

deny contains finding if {
	some i, statement in input.sql.statements
	statement.kind == "EXECUTE IMMEDIATE"
	not i in containers
	finding := {"msg": "the statement is known only when it runs", "at": ["sql", "statements", i, "kind"]}
}

deny contains finding if {
	some i, statement in input.sql.statements
	some j, name in statement.computedNames
	not parameter(name.text)
	finding := {"msg": sprintf("the name %s is known only when the statement runs", [name.text]), "at": ["sql", "statements", i, "computedNames", j, "text"]}
}

# of EXECUTE IMMEDIATE, those whose text is written out
containers := {statement.within | some statement in input.sql.statements}

parameter(text) if {
	params.parameters
	regex.match(`(?i)^IDENTIFIER\s*\(\s*:\w+\s*\)$`, text)
}
