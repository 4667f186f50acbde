# METADATA
# title: old/rule
# custom: {kind: infra, subject: warehouse}
package acme.old.rule

deny contains "old" if input.warehouse.name
