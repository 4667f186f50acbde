# METADATA
# title: Compute names its cost center
# description: Costs that nobody owns are paid by everybody.
# custom:
#   kind: infra
#   subject: cluster
#   remediation: Add the tag cost_center to custom_tags.
package acme.cost.cost_center

deny contains "there is no tag cost_center" if not input.cluster.custom_tags.cost_center
