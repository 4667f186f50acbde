# METADATA
# title: No secret is written in the descriptor
# description: Descriptors are read by everybody and kept for ever.
# custom:
#   aliases: [D40]
#   kind: code
#   subject: [product, contract]
#   severity: error
#   characteristic: secure
#   remediation: Revoke the secret, and refer to a secret scope instead.
#   unknown: pass
#   parameters:
#     forms:
#       type: string
#       default: "AKIA[0-9A-Z]{16}|dapi[0-9a-f]{32}|gh[pousr]_[0-9A-Za-z]{30,}|github_pat_[0-9A-Za-z_]{20,}|glpat-[0-9A-Za-z_-]{20,}|xox[abprs]-[0-9A-Za-z-]{10,}|AIza[0-9A-Za-z_-]{35}|-----BEGIN [A-Z ]*PRIVATE KEY-----|[?&]sig=[0-9A-Za-z%]{30,}|AccountKey=[0-9A-Za-z+/=]{40,}|://[^/\\s:@]+:[^/\\s:@${]{3,}@"
#       description: Regular expression that secrets match
#     names: {type: array, items: {type: string}, default: [password, passwd, pwd, secret, client_secret, clientsecret, apikey, api_key, accesstoken, access_token, privatekey, private_key], order: superset, description: "Fields whose values are secrets, in lower case"}
package bylaw.descriptor.secrets_absent

import data.bylaw.lib.descriptor
import data.parameters.descriptor.secrets_absent as params

judged if descriptor.whole

names := {name | some name in params.names}

# All text at once, as nearly every descriptor has no secret.
suspicious if {
	judged
	regex.match(params.forms, descriptor.all_text)
}

deny contains finding if {
	suspicious
	some [path, text] in descriptor.texts
	regex.match(params.forms, text)
	finding := {"msg": "this looks like a secret", "at": array.concat(["raw"], path), "found": "(not shown)"}
}

deny contains finding if {
	judged
	some [path, text] in descriptor.texts
	lower(path[count(path) - 1]) in names
	not regex.match(`^\s*$|[${<{*]`, text)
	finding := {
		"msg": sprintf("a value of %s looks like a secret", [path[count(path) - 1]]),
		"at": array.concat(["raw"], path),
		"found": "(not shown)",
	}
}
