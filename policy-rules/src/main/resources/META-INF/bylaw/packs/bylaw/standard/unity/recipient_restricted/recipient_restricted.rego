# METADATA
# title: A recipient with a token has an expiry and a list of addresses
# description: A token that never expires, and works from everywhere, is an open link to the data.
# related_resources:
#   - https://docs.databricks.com/delta-sharing/create-recipient.html
# custom:
#   aliases: [U15]
#   kind: infra
#   subject: recipient
#   severity: error
#   characteristic: secure
#   unknown: pass
#   remediation: Use the authentication DATABRICKS or OIDC_FEDERATION; else set expiration_time and ip_access_list.
package bylaw.unity.recipient_restricted

is_open if input.recipient.authentication_type == "TOKEN"

deny contains finding if {
	is_open
	count(object.get(input.recipient, ["ip_access_list", "allowed_ip_addresses"], [])) == 0
	finding := {
		"msg": sprintf("the token of %s works from every address", [input.recipient.name]),
		"at": ["recipient", "ip_access_list"],
	}
}

deny contains finding if {
	is_open
	object.get(input.recipient, "tokens", []) == []
	object.get(input.recipient, "expiration_time", 0) == 0
	finding := {
		"msg": sprintf("the token of %s never expires", [input.recipient.name]),
		"at": ["recipient", "expiration_time"],
	}
}

deny contains finding if {
	is_open
	some i, token in input.recipient.tokens
	object.get(token, "expiration_time", object.get(input.recipient, "expiration_time", 0)) == 0
	finding := {
		"msg": sprintf("the token of %s never expires", [input.recipient.name]),
		"at": ["recipient", "tokens", i, "expiration_time"],
	}
}
