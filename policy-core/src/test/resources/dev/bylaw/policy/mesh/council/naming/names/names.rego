# METADATA
# title: naming/names
# custom: {kind: infra, subject: warehouse}
package acme.naming.names

deny contains "name" if not startswith(input.warehouse.name, "wh_")
