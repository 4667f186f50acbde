# METADATA
# title: The version is a semantic version
# description: Consumers pin to a major version, so it must say when something breaks.
# related_resources:
#   - https://semver.org/
# custom:
#   aliases: [D06]
#   kind: code
#   subject: [product, contract]
#   severity: error
#   characteristic: addressable
#   unknown: pass
#   remediation: Write MAJOR.MINOR.PATCH.
#   parameters:
#     pattern: {type: string, default: "^v?(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$", description: "Regular expression that a version matches"}
#     except: {type: array, items: {type: string}, default: [dbt], order: subset, description: "Standards without a version"}
package bylaw.descriptor.version_semantic

import data.bylaw.lib.descriptor
import data.parameters.descriptor.version_semantic as params

judged := descriptor.whole if not descriptor.whole.standard in params.except

deny contains finding if {
	not regex.match(params.pattern, judged.version)
	finding := {
		"msg": sprintf("the version %q is not semantic; write %s", [judged.version, proposed]),
		"at": [descriptor.kind, "version"],
		"wanted": proposed,
		"fix": {"set": [descriptor.kind, "version"], "to": proposed},
	}
}

deny contains finding if {
	not judged.version
	finding := {"msg": sprintf("the %s has no version", [descriptor.kind]), "at": [descriptor.kind, "version"], "wanted": "1.0.0"}
	judged
}

numbers := regex.find_n(`\d+`, judged.version, 3)

# The numbers that are there, and zeros.
proposed := concat(".", array.slice(array.concat(numbers, ["0", "0"]), 0, 3)) if count(numbers) > 0

proposed := "1.0.0" if count(numbers) == 0
