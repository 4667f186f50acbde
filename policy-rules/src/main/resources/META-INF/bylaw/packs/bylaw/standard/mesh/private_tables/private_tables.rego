# METADATA
# title: Nobody reads private tables of another product
# description: Who reads what was not published is broken by every change, and holds the owner back.
# custom:
#   aliases: [D38]
#   kind: code
#   subject: mesh
#   severity: error
#   characteristic: interoperable
#   unknown: pass
#   remediation: Read a table of the other product's contracts, or ask for one.
#   parameters:
#     within_domain: {type: boolean, default: true, description: "Whether products of one domain may read each other's tables"}
package bylaw.mesh.private_tables

import data.parameters.mesh.private_tables as params

owned[lower(table.fullName)] contains i if {
	some i, member in input.products
	some table in member.state.tables
}

# Tables of contracts, with catalog and schema of their servers.
published contains lower(concat(".", [server.catalog, server.schema, name])) if {
	some member in input.products
	some contract in member.contracts
	some server in contract.servers
	some table in contract.schema
	some name in {object.get(table, "physicalName", table.name), table.name}
}

# A name with its catalog stands for itself.
published contains lower(table.physicalName) if {
	some member in input.products
	some contract in member.contracts
	some table in contract.schema
}

deny contains finding if {
	some i, member in input.products
	some j, script in member.sql
	some k, statement in script.statements
	some l, read in statement.reads
	table := lower(read.fullName)
	owners := owned[table]
	not i in owners
	some owner in owners
	foreign(i, owner)
	not table in published
	finding := {
		"msg": sprintf("%s is a private table of %v", [read.fullName, object.get(input.products[owner].product, "name", "another product")]),
		"at": ["products", i, "sql", j, "statements", k, "reads", l, "name"],
	}
}

foreign(_, _) if not params.within_domain

foreign(a, b) if object.get(input.products[a].product, "domain", a) != object.get(input.products[b].product, "domain", b)
