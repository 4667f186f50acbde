# METADATA
# title: owner/present
# custom: {kind: infra, subject: warehouse}
package acme.owner.present

deny contains "owner" if input.warehouse.owner == ""
