# METADATA
# title: A storage credential is isolated and has no client secret
# description: An open credential works in every workspace; a client secret expires, and leaks.
# custom:
#   aliases: [U14]
#   kind: infra
#   subject: storage_credential
#   severity: warning
#   characteristic: secure
#   unknown: pass
#   remediation: Set isolation_mode to ISOLATED; use a managed identity or a role.
package bylaw.unity.credential_isolated

deny contains finding if {
	mode := object.get(input.storage_credential, "isolation_mode", "OPEN")
	mode != "ISOLATED"
	finding := {
		"msg": sprintf("the credential %s works in every workspace", [input.storage_credential.name]),
		"at": ["storage_credential", "isolation_mode"],
		"found": mode,
		"wanted": "ISOLATED",
	}
}

deny contains finding if {
	some field in ["azure_service_principal", "cloudflare_api_token"]
	input.storage_credential[field]
	finding := {
		"msg": sprintf("the credential %s holds a secret", [input.storage_credential.name]),
		"at": ["storage_credential", field],
		"found": field,
		"wanted": "a managed identity or a role",
	}
}
