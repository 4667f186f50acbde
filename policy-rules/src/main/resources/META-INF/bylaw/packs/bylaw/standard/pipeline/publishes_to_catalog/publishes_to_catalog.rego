# METADATA
# title: A pipeline publishes to Unity Catalog
# description: Without a catalogue the tables go to the metastore of the workspace, where neither permissions nor lineage of Unity Catalog reach.
# custom:
#   aliases: [L02]
#   kind: infra
#   subject: pipeline
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Set catalog and schema instead of storage and target.
package bylaw.pipeline.publishes_to_catalog

deny contains finding if {
	not input.pipeline.catalog
	finding := {
		"msg": "the pipeline names no catalog, so it publishes to hive_metastore",
		"at": ["pipeline", legacy],
		"wanted": "catalog and schema",
	}
}

deny contains finding if {
	lower(input.pipeline.catalog) == "hive_metastore"
	finding := {
		"msg": "the pipeline publishes to hive_metastore",
		"at": ["pipeline", "catalog"],
		"wanted": "a catalog of Unity Catalog",
	}
}

legacy := "storage" if input.pipeline.storage

legacy := "target" if {
	input.pipeline.target
	not input.pipeline.storage
}

legacy := "catalog" if {
	not input.pipeline.target
	not input.pipeline.storage
}
