# METADATA
# title: Clusters have the required tags, with allowed values
# description: Tags say who pays and whom to ask. The tags of a job are those of its clusters, too.
# custom:
#   aliases: [C08]
#   kind: infra
#   subject: [cluster, job]
#   severity: error
#   characteristic: cost
#   unknown: pass
#   remediation: Add the tags to custom_tags, or to the tags of the job.
#   parameters:
#     required: {type: array, items: {type: string}, default: [owner, domain, data_product, cost_center, environment], order: superset, description: "The names of tags that must be there; CostCenter is cost_center"}
#     known: {type: object, default: {domain: domain, data_product: product}, description: "Tags whose value is known: the domain, product or environment of the subject; a fix adds them"}
#     values: {type: object, default: {}, description: "The allowed values of a tag, by its name"}
package bylaw.cluster.required_tags

import data.bylaw.lib.clusters
import data.bylaw.lib.tags
import data.parameters.cluster.required_tags as params

deny contains finding if {
	some entry in clusters.all
	not "custom_tags" in entry.unknown
	missing := tags.missing(all_tags(entry), params.required)
	count(missing) > 0
	finding := {
		"msg": sprintf("the cluster lacks the tags %s", [concat(", ", missing)]),
		"at": array.concat(entry.at, ["custom_tags"]),
		"wanted": concat(", ", params.required),
		"fix": tagged(entry, missing),
	}
}

deny contains finding if {
	some entry in clusters.all
	some key, allowed in tags.refused(object.get(entry.cluster, "custom_tags", {}), params.values)
	finding := {
		"msg": sprintf("the tag %s has a value that is not allowed", [key]),
		"at": array.concat(entry.at, ["custom_tags", key]),
		"wanted": sprintf("one of %s", [concat(", ", allowed)]),
	}
}

# The missing tags, if the value of each is known.
tagged(entry, missing) := [{"set": array.concat(entry.at, ["custom_tags", name]), "to": value} | some name, value in facts(missing)] if {
	entry.cluster.custom_tags
	count(facts(missing)) == count(missing)
}

tagged(entry, missing) := [{"set": array.concat(entry.at, ["custom_tags"]), "to": facts(missing)}] if {
	not entry.cluster.custom_tags
	count(facts(missing)) == count(missing)
}

tagged(_, missing) := [] if count(facts(missing)) < count(missing)

facts(names) := {name: value | some name in names; value := input.subject[params.known[name]]}

all_tags(entry) := object.union(object.get(input, ["job", "tags"], {}), object.get(entry.cluster, "custom_tags", {}))
