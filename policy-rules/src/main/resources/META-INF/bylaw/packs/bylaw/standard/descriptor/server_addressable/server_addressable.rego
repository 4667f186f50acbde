# METADATA
# title: The data have an address that can be granted and read
# description: Catalog and schema, or a host or location, are needed to grant access and to read; without them nobody can reach the port.
# custom:
#   aliases: [D18]
#   kind: code
#   subject: contract
#   severity: error
#   characteristic: addressable
#   unknown: pass
#   remediation: Write the server with catalog and schema, or with its host or location.
#   parameters:
#     required: {type: object, default: {databricks: [catalog, schema]}, description: "Fields that a server of a type has"}
#     any_of: {type: array, items: {type: string}, default: [host, location, project, database, catalog, schema], order: subset, description: "Fields of which a server of another type has at least one"}
#     except: {type: array, items: {type: string}, default: [dbt, dpds], order: subset, description: "Standards that do not have servers"}
#     local: {type: array, items: {type: string}, default: [local, custom], order: subset, description: "Types of servers that need no address"}
package bylaw.descriptor.server_addressable

import data.parameters.descriptor.server_addressable as params

deny contains finding if {
	not input.contract.standard in params.except
	count(object.get(input.contract, "servers", [])) == 0
	finding := {"msg": "no server says where the data are", "at": ["contract", "servers"]}
}

deny contains finding if {
	some i, server in input.contract.servers
	some field in params.required[lower(server.type)]
	object.get(server, field, "") == ""
	finding := {
		"msg": sprintf("the %s server has no %s, so it cannot be granted or read", [server.type, field]),
		"at": ["contract", "servers", i],
	}
}

deny contains finding if {
	some i, server in input.contract.servers
	type := lower(object.get(server, "type", "untyped"))
	not params.required[type]
	not type in params.local
	every field in params.any_of { object.get(server, field, "") == "" }
	finding := {
		"msg": sprintf("the %s server has none of %s", [type, concat(", ", params.any_of)]),
		"at": ["contract", "servers", i],
	}
}
