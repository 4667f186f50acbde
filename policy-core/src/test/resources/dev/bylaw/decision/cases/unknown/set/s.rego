# METADATA
# title: Tags
# custom: {kind: infra, subject: warehouse, unknown: warn}
package tags

deny contains "no tags" if not input.warehouse.tags
