# METADATA
# title: Columns with personal data are tagged
# description: Masks and grants follow tags.
# custom:
#   kind: data
#   subject: table
#   severity: error
#   owner: privacy-office
#   characteristic: secure
#   remediation: Tag the column with pii.
package mesh.pii.column_classified

personal := {"email", "phone", "iban"}

deny contains finding if {
	some column in input.table.columns
	column.name in personal
	not "pii" in object.get(column, "tags", [])
	finding := {
		"msg": sprintf("the column %s is not tagged", [column.name]),
		"at": column.name,
		"wanted": ["pii"],
	}
}
