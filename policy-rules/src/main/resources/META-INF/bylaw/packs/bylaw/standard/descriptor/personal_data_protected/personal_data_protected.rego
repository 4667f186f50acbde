# METADATA
# title: Personal data are protected, and roles say who may read them
# description: A classification without a mask, an encrypted form or a role is decoration.
# custom:
#   aliases: [D28]
#   kind: code
#   subject: contract
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Name the roles that get access, and the encrypted column or the tag by which the column is masked.
#   parameters:
#     personal: {type: array, items: {type: string}, default: [pii, personal, personal data, personally identifiable, sensitive, gdpr, special category], order: superset, description: "Classifications and tags of personal data, in lower case"}
#     protecting: {type: array, items: {type: string}, default: ["mask*", "encrypt*", "hash*", "pseudonym*", "token*", "anonym*"], order: subset, description: "Tags of columns that are protected, with * for any text, in lower case"}
#     roles_suffice: {type: boolean, default: true, description: "Whether named roles suffice, without protection of each column"}
package bylaw.descriptor.personal_data_protected

import data.bylaw.lib.columns
import data.parameters.descriptor.personal_data_protected as params

personal contains [path, column] if {
	some [path, column] in columns.all
	columns.personal(column, params.personal)
}

has_roles if {
	some role in input.contract.roles
	role.role
}

protected(column) if column.encryptedName

protected(column) if {
	some tag in column.tags
	some pattern in params.protecting
	glob.match(pattern, [], lower(tag))
}

deny contains finding if {
	not has_roles
	some [path, column] in personal
	not protected(column)
	finding := {
		"msg": sprintf("%v has personal data, but neither protection nor a role that may read it", [object.get(column, "name", "a column")]),
		"at": path,
	}
}

deny contains finding if {
	has_roles
	not params.roles_suffice
	some [path, column] in personal
	not protected(column)
	finding := {"msg": sprintf("%v has personal data and is not protected", [object.get(column, "name", "a column")]), "at": path}
}
