# METADATA
# title: The libraries of a job have versions
# description: A library without a version is another one tomorrow.
# custom:
#   aliases: [J05]
#   kind: infra
#   subject: job
#   severity: warning
#   characteristic: trustworthy
#   remediation: "Write the version: pandas==2.2.3, or com.example:lib:1.4.0."
package bylaw.job.library_versioned

loose contains library if {
	some i, task in input.job.tasks
	some j, entry in task.libraries
	library := {"name": entry.pypi.package, "at": ["job", "tasks", i, "libraries", j, "pypi", "package"]}
	not contains(library.name, "==")
}

loose contains library if {
	some i, task in input.job.tasks
	some j, entry in task.libraries
	library := {"name": entry.cran.package, "at": ["job", "tasks", i, "libraries", j, "cran", "package"]}
}

loose contains library if {
	some i, task in input.job.tasks
	some j, entry in task.libraries
	library := {"name": entry.maven.coordinates, "at": ["job", "tasks", i, "libraries", j, "maven", "coordinates"]}
	not regex.match(`^[^:]+:[^:]+:[^:]*[0-9][^:]*$`, library.name)
}

loose contains library if {
	some i, environment in input.job.environments
	some j, name in environment.spec.dependencies
	library := {"name": name, "at": ["job", "environments", i, "spec", "dependencies", j]}
	regex.match(`^[A-Za-z0-9_.-]+(\[[^\]]*\])?(\s*([<>~!]=?|$).*)?$`, name)
}

deny contains finding if {
	some library in loose
	finding := {
		"msg": sprintf("the library %s has no fixed version", [library.name]),
		"at": library.at,
		"wanted": "one version",
	}
}
