# METADATA
# title: Scripts switch no safety check off
# description: The check is there because somebody lost data without it.
# custom:
#   aliases: [SQL-SEC-02]
#   kind: code
#   subject: sql
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Leave the setting out.
#   parameters:
#     settings: {type: object, default: {spark.databricks.delta.retentionDurationCheck.enabled: "false", spark.databricks.delta.schema.autoMerge.enabled: "true", spark.databricks.acl.dfAclsEnabled: "false", spark.databricks.pyspark.enablePy4JSecurity: "false"}, description: "By the name of a setting, the value that it must not have"}
package bylaw.sql.safety_check_kept

import data.parameters.sql.safety_check_kept as params

deny contains finding if {
	some i, statement in input.sql.statements
	some name, value in statement.settings
	some setting, harmful in params.settings
	lower(name) == lower(setting)
	lower(trim_space(value)) == lower(harmful)
	finding := {"msg": sprintf("%s is set to %s", [name, value]), "at": ["sql", "statements", i, "settings", name], "found": value}
}
