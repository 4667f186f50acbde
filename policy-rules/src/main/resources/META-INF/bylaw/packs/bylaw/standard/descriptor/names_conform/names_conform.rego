# METADATA
# title: Names follow the convention of what they name
# description: Who knows the convention knows the address; two styles make two names of one thing.
# custom:
#   aliases: [seed-002-naming, seed-003-upper-case, seed-004-naming]
#   kind: code
#   subject: [product, contract]
#   severity: warning
#   characteristic: addressable
#   unknown: pass
#   remediation: Take the name that the message proposes.
#   parameters:
#     conventions:
#       type: array
#       default:
#         - {object: table, style: lower_snake}
#         - {object: column, style: lower_snake}
#       description: >-
#         What names look like. Each has an object (product, contract, port, table, column), and where it is for some of them
#         alone, a layer, domain or environment; then a style (lower_snake, UPPER_SNAKE, lower-kebab, camelCase, PascalCase), a
#         prefix, a suffix (in which {domain}, {layer} and {environment} are filled in), or a pattern
#     layers: {type: array, items: {type: string}, default: [bronze, silver, gold, raw, staging, curated], description: "Schemas of servers that are layers"}
#     long: {type: object, default: {}, description: "Words by their abbreviations, which names must not have"}
package bylaw.descriptor.names_conform

import data.bylaw.lib.columns
import data.bylaw.lib.descriptor
import data.bylaw.lib.naming
import data.parameters.descriptor.names_conform as params

facts[key] := input.subject[key] if some key in ["domain", "environment"]

facts["layer"] := input.contract.servers[0].schema if input.contract.servers[0].schema in params.layers

named contains [[descriptor.kind, "name"], descriptor.kind, descriptor.whole.name]

named contains [["product", "outputPorts", i, "name"], "port", port.name] if some i, port in input.product.outputPorts

named contains [["contract", "schema", i, "name"], "table", table.name] if some i, table in input.contract.schema

named contains [array.concat(path, ["name"]), "column", column.name] if some [path, column] in columns.all

deny contains finding if {
	some [path, kind, name] in named
	some convention in params.conventions
	naming.holds(convention, kind, facts)
	problem := naming.broken(name, convention, facts, params.long)
	finding := {"msg": sprintf("the %s name %s breaks the convention; %s", [kind, name, problem]), "at": path}
}
