# METADATA
# title: Container images come from an allowed registry
# description: A container image replaces the runtime that Databricks tests and mends.
# custom:
#   aliases: [C17]
#   kind: infra
#   subject: [cluster, job]
#   severity: warning
#   characteristic: secure
#   unknown: pass
#   remediation: Push the image to an allowed registry, or use the Databricks Runtime alone.
#   parameters:
#     registries: {type: array, items: {type: string}, default: [], order: subset, description: "How the URL of an image may begin; without any, no image is allowed"}
package bylaw.cluster.container_registry_allowed

import data.bylaw.lib.clusters
import data.parameters.cluster.container_registry_allowed as params

deny contains finding if {
	some entry in clusters.all
	url := entry.cluster.docker_image.url
	not is_allowed(url)
	finding := {
		"msg": sprintf("the container image %s is not from an allowed registry", [url]),
		"at": array.concat(entry.at, ["docker_image", "url"]),
	}
}

is_allowed(url) if {
	some registry in params.registries
	startswith(url, registry)
}
