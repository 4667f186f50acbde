# METADATA
# title: No external metastore, Glue catalogue or DBFS mount is configured
# description: Tables that are reached this way have neither Unity Catalog's permissions nor its lineage.
# custom:
#   aliases: [C15]
#   kind: infra
#   subject: [cluster, job, pipeline]
#   severity: warning
#   characteristic: secure
#   unknown: pass
#   remediation: Remove the setting, and read the tables through Unity Catalog.
#   parameters:
#     settings: {type: array, items: {type: string}, default: [spark.hadoop.javax.jdo.option., spark.sql.hive.metastore., spark.hadoop.hive.metastore., spark.databricks.hive.metastore.glueCatalog., spark.hadoop.aws.glue., spark.hadoop.datanucleus., spark.databricks.dbfs.mount], order: superset, description: How the names of refused settings begin}
package bylaw.cluster.no_legacy_storage

import data.bylaw.lib.clusters
import data.parameters.cluster.no_legacy_storage as params

deny contains finding if {
	some entry in clusters.all
	some name, value in entry.cluster.spark_conf
	some prefix in params.settings
	startswith(name, prefix)
	lower(value) != "false"
	finding := {
		"msg": sprintf("%s leads around Unity Catalog", [name]),
		"at": array.concat(entry.at, ["spark_conf", name]),
		"found": name,
	}
}
