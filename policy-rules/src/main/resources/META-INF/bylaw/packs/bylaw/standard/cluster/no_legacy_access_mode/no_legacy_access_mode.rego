# METADATA
# title: No cluster has a legacy access mode or passes credentials through
# description: Legacy access modes are deprecated since Databricks Runtime 15 and know nothing of Unity Catalog.
# related_resources:
#   - https://docs.databricks.com/compute/access-mode-limitations.html
# custom:
#   aliases: [C02]
#   kind: infra
#   subject: [cluster, job]
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Set data_security_mode to USER_ISOLATION or SINGLE_USER, and remove spark.databricks.passthrough.enabled.
package bylaw.cluster.no_legacy_access_mode

import data.bylaw.lib.clusters

deny contains finding if {
	some entry in clusters.all
	startswith(entry.cluster.data_security_mode, "LEGACY_")
	finding := {
		"msg": sprintf("the access mode %s is deprecated", [entry.cluster.data_security_mode]),
		"at": array.concat(entry.at, ["data_security_mode"]),
		"wanted": "USER_ISOLATION or SINGLE_USER",
	}
}

deny contains finding if {
	some entry in clusters.all
	some key in ["spark.databricks.passthrough.enabled", "spark.databricks.pyspark.enableProcessIsolation"]
	lower(entry.cluster.spark_conf[key]) == "true"
	finding := {
		"msg": sprintf("%s turns on the deprecated passing of credentials", [key]),
		"at": array.concat(entry.at, ["spark_conf", key]),
	}
}
