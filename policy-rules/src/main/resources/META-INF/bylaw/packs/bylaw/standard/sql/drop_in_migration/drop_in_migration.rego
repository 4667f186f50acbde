# METADATA
# title: Data is dropped in migrations only
# description: A script that runs every day drops what came since yesterday.
# custom:
#   aliases: [SQL-DEL-02]
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: trustworthy
#   unknown: pass
#   suppressible: true
#   remediation: Move the statement into a migration, which is reviewed and runs once.
#   parameters:
#     folders: {type: array, items: {type: string}, default: ['**/migration/**', '**/migrations/**', 'migration/**', 'migrations/**', '**/rollback/**'], order: subset, description: "Patterns of paths of migrations"}
#     kinds: {type: array, items: {type: string}, default: [DROP CATALOG, DROP SCHEMA, DROP TABLE, DROP VOLUME, TRUNCATE TABLE], order: superset, description: "Statements that lose data"}
package bylaw.sql.drop_in_migration

import data.parameters.sql.drop_in_migration as params

deny contains finding if {
	not migration
	some i, statement in input.sql.statements
	statement.kind in params.kinds
	finding := {"msg": sprintf("%s %s stands outside of the migrations", [statement.kind, object.get(statement.target, "name", "")]), "at": ["sql", "statements", i, "kind"]}
}

migration if {
	some pattern in params.folders
	glob.match(pattern, ["/"], input.subject.path)
}
