# METADATA
# title: A field has one type and one meaning in all domains
# description: Data of two domains are joined by fields of one name; where those differ in type or meaning, the result is wrong and nobody sees it.
# custom:
#   aliases: [seed-004-polysemes]
#   kind: code
#   subject: mesh
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   remediation: Agree on one type and one business name, or rename one of the fields.
#   parameters:
#     ignore: {type: array, items: {type: string}, default: [id, name, type, status, code, description, value, date, timestamp, comment, version, source, created_at, updated_at], order: subset, description: "Names that everybody uses, in lower case"}
package bylaw.mesh.polysemes

import data.parameters.mesh.polysemes as params

# Each use of a field: its place, its type and its business name.
uses[lower(column.name)] contains [i, j, k, l, object.get(column, "logicalType", ""), lower(object.get(column, "businessName", ""))] if {
	some i, member in input.products
	some j, contract in member.contracts
	some k, table in contract.schema
	some l, column in table.columns
	not lower(column.name) in params.ignore
}

facets := [[4, "type"], [5, "business name"]]

# The first use counts; the others are held against it.
deny contains finding if {
	some name, fields in uses
	some [at, facet] in facets
	stated := [use | some use in fields; use[at] != ""]
	first := stated[0]
	some use in stated
	use[at] != first[at]
	owner(use) != owner(first)
	finding := {
		"msg": sprintf("%s has the %s %s here and %s in %s", [name, facet, use[at], first[at], owner(first)]),
		"at": ["products", use[0], "contracts", use[1], "schema", use[2], "columns", use[3], "name"],
	}
}

owner(use) := sprintf("%v", [object.get(input.products[use[0]].product, "name", use[0])])
