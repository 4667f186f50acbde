# METADATA
# title: No two products are the same
# description: Two products with one id, one name or one table leave consumers to guess which is right.
# custom:
#   aliases: [seed-004-addressable, mesh-duplicates]
#   kind: code
#   subject: mesh
#   severity: error
#   characteristic: addressable
#   unknown: pass
#   remediation: Retire one of the products, or give it an id, name and address of its own.
package bylaw.mesh.products_distinct

with_id[member.product.id] contains i if some i, member in input.products

with_name[[lower(object.get(member.product, "domain", "")), lower(member.product.name)]] contains i if {
	some i, member in input.products
	not retired(member.product)
}

with_address[address(server, object.get(table, "physicalName", table.name))] contains [i, j, k] if {
	some i, member in input.products
	some j, contract in member.contracts
	some server in contract.servers
	some k, table in contract.schema
}

# A name with its catalog stands for itself.
address(_, name) := lower(name) if count(split(name, ".")) > 2

address(server, name) := lower(concat(".", [server.catalog, server.schema, name])) if count(split(name, ".")) < 3

# The version before may stay until its consumers have moved.
retired(product) if lower(product.status) in {"deprecated", "retired"}

deny contains finding if {
	some id, members in with_id
	some i in members
	i != min(members)
	finding := {
		"msg": sprintf("the id %s belongs to the product in %s, too", [id, input.products[min(members)].path]),
		"at": ["products", i, "product", "id"],
	}
}

deny contains finding if {
	some [_, name], members in with_name
	some i in members
	i != min(members)
	finding := {
		"msg": sprintf("the product in %s has the name %s and the same domain", [input.products[min(members)].path, name]),
		"at": ["products", i, "product", "name"],
	}
}

deny contains finding if {
	some address, places in with_address
	first := min({i | some [i, _, _] in places})
	some [i, j, k] in places
	i != first
	finding := {
		"msg": sprintf("the table %s belongs to the product in %s, too", [address, input.products[first].path]),
		"at": ["products", i, "contracts", j, "schema", k, "name"],
	}
}
