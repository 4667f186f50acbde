# METADATA
# title: Tables of another domain are read under a contract
# description: What no contract covers may change or vanish tomorrow.
# custom:
#   aliases: [SQL-QRY-03]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   suppressible: true
#   remediation: Agree on a contract with the domain, and add the table to the parameter contracted.
#   parameters:
#     domains: {type: object, default: {}, description: "Domains by the names of their catalogs, in lower case"}
#     contracted: {type: array, items: {type: string}, default: [], order: subset, description: "Patterns of names of tables, in lower case, that contracts cover"}
package bylaw.sql.domain_contracted

import data.bylaw.lib.sql
import data.parameters.sql.domain_contracted as params

deny contains finding if {
	some i, statement in input.sql.statements
	some j, read in statement.reads
	domain := params.domains[sql.catalog(read)]
	domain != input.subject.domain
	not covered(sql.key(read))
	finding := {"msg": sprintf("%s of the domain %s is read without a contract", [read.fullName, domain]), "at": ["sql", "statements", i, "reads", j, "fullName"]}
}

covered(name) if {
	some pattern in params.contracted
	glob.match(pattern, ["."], name)
}
