# METADATA
# custom: {kind: infra, subject: warehouse, severity: warning}
package acme.tags

deny contains "no" if input.warehouse.tags
