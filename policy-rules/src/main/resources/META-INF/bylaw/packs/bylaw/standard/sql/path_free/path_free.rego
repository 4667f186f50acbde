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
path contains name if {
	some statement in input.sql.statements
	some field in ["reads", "writes"]
	some named in statement[field]
	contains(named.name, "/")
	name := named.name
}

path contains statement.source if some statement in input.sql.statements

path contains statement.options.path if some statement in input.sql.statements

path contains literal.value if {
	some statement in input.sql.statements
	some call in statement.functions
	call.name in {"read_files", "cloud_files", "list_files"}
	some literal in statement.literals
	literal.type == "text"
	trim(call.arguments[0], `'"`) == literal.value
}

deny contains finding if {
	some name in path
	not governed(name)
	finding := {"msg": sprintf("the path %s is used instead of a name in the catalog", [name]), "at": name}
}

governed(name) if {
	some prefix in params.prefixes
	startswith(name, prefix)
}
