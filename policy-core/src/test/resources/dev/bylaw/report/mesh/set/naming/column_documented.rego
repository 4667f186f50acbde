# METADATA
# title: Columns are documented
# description: People who find a table in the catalogue must be able to tell what its columns mean.
# related_resources:
#   - https://wiki.example.com/governance/documentation
# custom:
#   kind: code
#   subject: table
#   severity: warning
#   owner: governance-council
#   characteristic: understandable
#   remediation: Give the column a comment.
package mesh.naming.column_documented

deny contains finding if {
	some column in input.table.columns
	not column.comment
	finding := {"msg": sprintf("the column %s has no comment", [column.name]), "at": column.name}
}
