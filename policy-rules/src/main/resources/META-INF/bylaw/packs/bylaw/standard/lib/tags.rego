package bylaw.lib.tags

# The names of `required` that no tag has, and values that are not allowed; CostCenter, cost-center and cost_center are one name.
missing(tags, required) := [name |
	some name in required
	not simple(name) in {simple(key) | some key, value in tags; trim_space(value) != ""}
]

# Tags whose value is not among those of `allowed`, an object of lists by the tag's name.
refused(tags, allowed) := {key: values |
	some key, value in tags
	some name, values in allowed
	simple(name) == simple(key)
	not value in values
}

simple(name) := regex.replace(lower(name), `[^a-z0-9]`, "")
