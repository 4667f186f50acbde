package bylaw.lib.environment

# Whether the subject is for one of the environments, named in lower case; "*" is any, also one that is not known.
among(wanted) if "*" in wanted

among(wanted) if {
	some name in names
	name in wanted
}

names contains lower(input.subject.environment)

names contains lower(input.subject.labels.environment)

names contains lower(value) if {
	some key, value in tags
	lower(key) in {"env", "environment"}
}

# a catalogue is named for its environment: prod_sales
names contains part if some part in parts(catalog)

parts(name) := regex.split(`[_-]`, lower(name))

# Whether a catalogue has the name of one of the environments as a part of its own.
named(name, wanted) if {
	some part in array.concat(["*"], parts(name))
	part in wanted
}

tags := input.cluster.custom_tags

tags := input.warehouse.tags

tags := input.job.tags

tags := input.pipeline.tags

catalog := input.catalog.name

catalog := input.schema.catalog_name

catalog := input.table.catalog_name
