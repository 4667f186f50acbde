# METADATA
# title: Shadows
# custom: {kind: infra, subject: warehouse}
package marketing.naming

deny contains "never" if input.warehouse.never
