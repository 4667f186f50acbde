# METADATA
# title: Names are short
# custom: {kind: infra, subject: warehouse}
package acme.naming.names

deny contains "long" if count(input.warehouse.name) > 30
