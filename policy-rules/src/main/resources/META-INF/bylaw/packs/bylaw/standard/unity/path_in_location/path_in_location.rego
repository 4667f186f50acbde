# METADATA
# title: External data lies within the location of its domain
# description: A table in the storage of another domain cannot be protected by its own.
# custom:
#   aliases: [U04]
#   kind: infra
#   subject: [table, volume, schema, catalog]
#   severity: warning
#   characteristic: secure
#   unknown: pass
#   remediation: Move the data below one of the domain's locations.
#   parameters:
#     locations: {type: object, default: {}, description: "The URLs below which the data of a domain lies, as lists by the domain's name"}
package bylaw.unity.path_in_location

import data.parameters.unity.path_in_location as params

stored contains {"at": ["table", "storage_location"], "url": input.table.storage_location} if {
	startswith(input.table.table_type, "EXTERNAL")
}

stored contains {"at": ["volume", "storage_location"], "url": input.volume.storage_location} if {
	input.volume.volume_type == "EXTERNAL"
}

stored contains {"at": ["schema", "storage_root"], "url": input.schema.storage_root}

stored contains {"at": ["catalog", "storage_root"], "url": input.catalog.storage_root}

deny contains finding if {
	locations := params.locations[input.subject.domain]
	some place in stored
	not is_below(place.url, locations)
	finding := {
		"msg": sprintf("%s is not within a location of the domain %s", [place.url, input.subject.domain]),
		"at": place.at,
		"wanted": sprintf("below %s", [concat(" or ", locations)]),
	}
}

is_below(url, locations) if {
	some location in locations
	startswith(url, sprintf("%s/", [trim_suffix(location, "/")]))
}

is_below(url, locations) if {
	some location in locations
	trim_suffix(url, "/") == trim_suffix(location, "/")
}
