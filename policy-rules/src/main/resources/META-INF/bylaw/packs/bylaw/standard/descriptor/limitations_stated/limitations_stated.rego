# METADATA
# title: Intended use and limitations are stated
# description: Data are used for purposes that they do not support where nobody says so.
# custom:
#   aliases: [D15]
#   kind: code
#   subject: [product, contract]
#   severity: info
#   characteristic: self-describing
#   unknown: pass
#   remediation: State description.usage and description.limitations.
#   parameters:
#     fields: {type: array, items: {type: string}, default: [usage, limitations], order: superset, description: "Fields of the description that are there"}
#     except: {type: array, items: {type: string}, default: [dbt, dpds], order: subset, description: "Standards that do not have them"}
package bylaw.descriptor.limitations_stated

import data.bylaw.lib.descriptor
import data.parameters.descriptor.limitations_stated as params

deny contains finding if {
	is := descriptor.whole
	not is.standard in params.except
	missing := [field | some field in params.fields; object.get(is, ["description", field], "") == ""]
	count(missing) > 0
	finding := {
		"msg": sprintf("the description does not state: %s", [concat(", ", missing)]),
		"at": [descriptor.kind, "description"],
		"wanted": missing,
	}
}
