# METADATA
# title: The status is a word of the standard
# description: Other spellings hide a product that is retired or not ready yet.
# custom:
#   aliases: [D08]
#   kind: code
#   subject: [product, contract]
#   severity: warning
#   characteristic: discoverable
#   unknown: pass
#   remediation: Write one of the standard's words.
#   parameters:
#     words: {type: object, default: {odcs: [proposed, draft, active, deprecated, retired], odps-bitol: [proposed, draft, active, deprecated, retired], dcs: [proposed, in development, draft, active, deprecated, retired], odps-lf: [announcement, draft, development, testing, acceptance, production, sunset, retired], witboost: [draft, published, retired]}, description: "What a status may be, by standard; a standard that is not named has none"}
#     meant: {type: object, default: {current: active, production: active, published: active, in development: draft, development: draft, test: draft, obsolete: retired, sunset: deprecated}, description: "What other words probably mean"}
package bylaw.descriptor.status_known

import data.bylaw.lib.descriptor
import data.parameters.descriptor.status_known as params

is := descriptor.whole

words := params.words[is.standard]

deny contains finding if {
	not is.status
	finding := {
		"msg": sprintf("no status says whether the %s may be used; write one of %s", [descriptor.kind, concat(", ", words)]),
		"at": [descriptor.kind, "status"],
		"wanted": words,
	}
}

deny contains finding if {
	not is.status in words
	finding := {
		"msg": sprintf("the status %q is not a word of %s; write %s", [is.status, is.standard, proposed]),
		"at": [descriptor.kind, "status"],
		"wanted": words,
		"fix": [{"set": [descriptor.kind, "status"], "to": proposed} | proposed in words],
	}
}

default proposed := "one that is"

proposed := lower(is.status) if lower(is.status) in words

proposed := params.meant[lower(is.status)] if {
	not lower(is.status) in words
	params.meant[lower(is.status)] in words
}
