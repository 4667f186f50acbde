# METADATA
# title: An external location is narrow, validated, and without fallback
# description: A location of a whole bucket reaches all that lies there; one that is not validated, or that falls back to the cluster's own credentials, goes around Unity Catalog.
# custom:
#   aliases: [U13]
#   kind: infra
#   subject: external_location
#   severity: warning
#   characteristic: secure
#   unknown: pass
#   remediation: "Name a folder in the URL, and remove skip_validation and fallback."
package bylaw.unity.location_narrow

deny contains finding if {
	url := input.external_location.url
	regex.match(`^[a-z0-9]+://[^/]+/*$`, url)
	finding := {
		"msg": "the location is a whole bucket or container",
		"at": ["external_location", "url"],
		"found": url,
		"wanted": sprintf("%s/FOLDER", [trim_right(url, "/")]),
	}
}

deny contains finding if {
	some field in ["skip_validation", "fallback"]
	input.external_location[field]
	finding := {
		"msg": sprintf("%s is on", [field]),
		"at": ["external_location", field],
		"wanted": false,
	}
}
