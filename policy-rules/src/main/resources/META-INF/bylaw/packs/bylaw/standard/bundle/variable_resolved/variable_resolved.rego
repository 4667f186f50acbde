# METADATA
# title: The variables of a bundle are declared and have values
# description: A reference to a variable that nobody declares ends the deployment; one without a value needs the right option on every command line.
# custom:
#   aliases: [B02]
#   kind: infra
#   subject: bundle
#   severity: warning
#   characteristic: interoperable
#   unknown: pass
#   remediation: Declare the variable, and give it a default or a value in the target.
package bylaw.bundle.variable_resolved

declared := {name | some name, _ in input.raw.variables}

used contains {"name": name, "at": array.concat(["raw"], path)} if {
	some path, value in walked
	some found in regex.find_all_string_submatch_n(`\$\{var\.([A-Za-z0-9_-]+)`, value, -1)
	name := found[1]
}

walked[path] := value if {
	walk(input.raw, [path, value])
	is_string(value)
	contains(value, "${var.")
}

deny contains finding if {
	some reference in used
	not reference.name in declared
	finding := {
		"msg": sprintf("the variable %s is not declared", [reference.name]),
		"at": reference.at,
		"found": reference.name,
	}
}

deny contains finding if {
	some name, variable in input.raw.variables
	object.get(variable, "value", null) == null
	object.get(variable, "lookup", null) == null
	finding := {
		"msg": sprintf("the variable %s has no value for this target", [name]),
		"at": ["raw", "variables", name],
		"wanted": "a default, or a value in the target",
	}
}
