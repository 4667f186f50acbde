# METADATA
# title: Cost centre
# custom: {kind: infra, subject: warehouse}
package cost_center

deny contains "no cost center" if not input.warehouse.tags.cost_center
