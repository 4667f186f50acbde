# METADATA
# title: The id agrees with domain, name and major version
# description: A descriptor that was copied, or whose product was renamed, must not keep the id of another one.
# related_resources:
#   - https://github.com/agile-lab-dev/Data-Product-Specification
# custom:
#   aliases: [D05]
#   kind: code
#   subject: product
#   severity: warning
#   characteristic: addressable
#   unknown: pass
#   remediation: Write the id that the message proposes, or mend what it is made from.
#   parameters:
#     templates: {type: object, default: {witboost: "urn:dmb:dp:{domain}:{name}:{major}"}, description: "How an id is made, by standard"}
package bylaw.descriptor.id_agrees

import data.parameters.descriptor.id_agrees as params

word(text) := lower(regex.replace(trim_space(text), `[\s_]+`, "-"))

agreed := strings.replace_n(
	{
		"{domain}": word(input.product.domain),
		"{name}": word(input.product.name),
		"{major}": split(trim_prefix(input.product.version, "v"), ".")[0],
	},
	params.templates[input.product.standard],
)

deny contains finding if {
	lower(replace(input.product.id, "_", "-")) != agreed
	finding := {
		"msg": sprintf("the id %q does not agree with domain, name and version; they make %q", [input.product.id, agreed]),
		"at": ["product", "id"],
		"wanted": agreed,
	}
}
