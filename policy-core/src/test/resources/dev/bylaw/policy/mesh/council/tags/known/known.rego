# METADATA
# title: tags/known
# custom: {kind: infra, subject: warehouse}
package acme.tags.known

deny contains "tags" if count(input.warehouse.tags) == 0
