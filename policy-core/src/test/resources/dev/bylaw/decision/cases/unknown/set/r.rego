# METADATA
# title: Stops
# custom: {kind: infra, subject: warehouse, unknown: warn}
package stops

deny contains "too long" if input.warehouse.stop > limit

limit := 10 if startswith(input.warehouse.cluster_size, "2X")

limit := 20 if not startswith(input.warehouse.cluster_size, "2X")
