# METADATA
# title: Columns are named
# custom:
#   kind: code
#   subject: sql
#   severity: error
#   owner: governance-council
#   characteristic: understandable
#   suppressible: true
package mesh.sql.no_select_star

deny contains {"msg": "all columns are selected", "at": s.statement} if {
	some s in input.sql.suppressions
	s.statement == 0
}
