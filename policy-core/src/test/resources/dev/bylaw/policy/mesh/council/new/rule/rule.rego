# METADATA
# title: new/rule
# custom: {kind: infra, subject: warehouse}
package acme.new.rule

deny contains "new" if input.warehouse.name
