# METADATA
# title: Sizes
# custom: {kind: infra, subject: warehouse, unknown: pass}
package sizes

deny contains sprintf("size %s", [input.warehouse.cluster_size]) if {
	not input.warehouse.cluster_size in ["Small", "Large"]
}
