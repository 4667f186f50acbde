# METADATA
# title: What is called a product has an owner, a description, a contract and service levels
# description: A table without them is a table, not a product.
# custom:
#   aliases: [seed-002-mistakes, seed-002-minimum-contract]
#   kind: code
#   subject: data-product
#   severity: warning
#   characteristic: valuable
#   unknown: pass
#   remediation: Add what is missing, or do not call it a product yet.
#   parameters:
#     parts: {type: array, items: {type: string}, default: [owner, description, contract, schema, quality, service levels], order: superset, description: "What a product has"}
#     except: {type: array, items: {type: string}, default: [dbt, odps-lf], order: subset, description: "Standards that state them elsewhere"}
package bylaw.descriptor.product_complete

import data.parameters.descriptor.product_complete as params

has contains "owner" if input.product.owner

has contains "description" if input.product.description.purpose

has contains "contract" if count(input.contracts) > 0

has contains "schema" if {
	some contract in input.contracts
	some table in contract.schema
	count(table.columns) > 0
}

has contains "quality" if count(input.product.quality) > 0

has contains "quality" if {
	some contract in input.contracts
	count(contract.quality) > 0
}

has contains "quality" if {
	some contract in input.contracts
	some table in contract.schema
	count(table.quality) > 0
}

has contains "quality" if {
	some contract in input.contracts
	some table in contract.schema
	some column in table.columns
	count(column.quality) > 0
}

# Expectations of a pipeline are quality rules, too.
has contains "quality" if {
	some pipeline in input.compute.pipelines
	some dataset in pipeline.datasets
	count(dataset.expectations) > 0
}

has contains "quality" if {
	some script in input.sql
	some table in script.tables
	count(table.expectations) > 0
}

has contains "service levels" if count(input.product.sla) > 0

has contains "service levels" if {
	some contract in input.contracts
	count(contract.sla) > 0
}

deny contains finding if {
	not input.product.standard in params.except
	missing := [part | some part in params.parts; not part in has]
	count(missing) > 0
	finding := {
		"msg": sprintf("this is not a product yet, it lacks: %s", [concat(", ", missing)]),
		"at": ["product"],
		"wanted": missing,
	}
}
