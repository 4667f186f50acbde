# METADATA
# title: Configurations hold no secrets
# description: "A secret in a file is known to everybody who can read it | and to its history."
# custom:
#   kind: infra
#   subject: cluster
#   severity: error
#   owner: security
#   characteristic: secure
#   remediation: Put the value into a secret scope and refer to it.
package mesh.cost.no_literal_secrets

deny contains finding if {
	some key, value in input.cluster.spark_conf
	regex.match("(?i)password|token", key)
	not startswith(value, "{{secrets/")
	finding := {"msg": sprintf("%s is written out as %s", [key, value]), "at": value}
}
