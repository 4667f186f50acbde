# METADATA
# title: Each table has an owner
# custom:
#   kind: code
#   subject: table
#   severity: error
#   characteristic: addressable
package mesh.ownership.owner_present

deny contains "the table has no owner" if not input.table.owner
