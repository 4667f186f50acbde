# METADATA
# title: Tables belong to a team
# custom: {kind: code, subject: table, severity: error, owner: governance-council, characteristic: addressable}
package mesh.owner.team

deny contains "the owner is no team" if not endswith(object.get(input.table, "owner", ""), "-team")
