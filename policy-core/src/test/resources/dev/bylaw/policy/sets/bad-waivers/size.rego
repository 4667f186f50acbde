# METADATA
# custom: {kind: infra, subject: warehouse, severity: error}
package acme.size

deny contains "no" if input.warehouse.size
