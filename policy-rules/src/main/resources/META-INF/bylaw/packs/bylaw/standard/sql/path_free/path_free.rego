# METADATA
# title: Data is read and written by name, not by path
# description: A path goes around grants, masks and lineage.
# custom:
#   aliases: [SQL-STO-02]
#   kind: code
#   subject: sql
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   suppressible: true
#   remediation: Read the table or volume by its name (/Volumes/catalog/schema/volume/...).
#   parameters:
#     prefixes: {type: array, items: {type: string}, default: [/Volumes/, "dbfs:/Volumes/"], order: subset, description: "Prefixes of paths that the catalog governs"}
package bylaw.sql.path_free

import data.parameters.sql.path_free as params

# Paths with the places where they stand.
path contains [["sql", "statements", i, field, j, "name"], named.name] if {
	some i, statement in input.sql.statements
	some field in ["reads", "writes"]
	some j, named in statement[field]
	contains(named.name, "/")
}

path contains [["sql", "statements", i, "source"], statement.source] if some i, statement in input.sql.statements

path contains [["sql", "statements", i, "options", "path"], statement.options.path] if some i, statement in input.sql.statements

path contains [["sql", "statements", i, "literals", j, "value"], literal.value] if {
	some i, statement in input.sql.statements
	some call in statement.functions
	call.name in {"read_files", "cloud_files", "list_files"}
	some j, literal in statement.literals
	literal.type == "text"
	trim(call.arguments[0], `'"`) == literal.value
}

deny contains finding if {
	some [place, name] in path
	not governed(name)
	finding := {"msg": sprintf("the path %s is used instead of a name in the catalog", [name]), "at": place}
}

governed(name) if {
	some prefix in params.prefixes
	startswith(name, prefix)
}
