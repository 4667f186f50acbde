# METADATA
# title: No file with keys or passwords is in the repository
# description: What was committed once is known to everybody who ever cloned.
# custom:
#   aliases: [seed-000-secrets]
#   kind: code
#   subject: layout
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Revoke the key, remove the file, and use a secret scope.
#   parameters:
#     files: {type: array, items: {type: string}, default: ["**.pem", "**.p12", "**.pfx", "**.jks", "**.keystore", "**id_rsa", "**id_ed25519", "**.databrickscfg", "**.env", "**credentials.json", "**terraform.tfvars"], order: superset, description: "Patterns of such files"}
#     except: {type: array, items: {type: string}, default: ["**/testdata/**", "**/test/resources/**"], order: subset, description: "Patterns of files that are none"}
package bylaw.layout.no_secret_files

import data.parameters.layout.no_secret_files as params

deny contains finding if {
	some i, file in input.layout.files
	some pattern in params.files
	glob.match(pattern, [], file)
	not excepted(file)
	finding := {"msg": sprintf("%s holds keys or passwords by its name", [file]), "at": ["layout", "files", i]}
}

excepted(file) if {
	some pattern in params.except
	glob.match(pattern, [], file)
}
