# Names by convention: what a name should be, so that a message can propose it.
package bylaw.lib.naming

# Words of a name, whatever its style.
words(name) := [lower(word) | some word in regex.split(`[^\pL\pN]+`, apart(name)); word != ""]

apart(name) := regex.replace(regex.replace(name, `([\p{Ll}\pN])(\p{Lu})`, "${1} ${2}"), `(\p{Lu})(\p{Lu}\p{Ll})`, "${1} ${2}")

styled(list, "lower_snake") := concat("_", list)

styled(list, "UPPER_SNAKE") := upper(concat("_", list))

styled(list, "lower-kebab") := concat("-", list)

styled(list, "PascalCase") := concat("", [capital(word) | some word in list])

styled(list, "camelCase") := concat("", [cased(i, word) | some i, word in list])

capital(word) := concat("", [upper(substring(word, 0, 1)), substring(word, 1, -1)])

cased(0, word) := word

cased(i, word) := capital(word) if i > 0

# The name that a convention asks for: its words, long instead of short ones, in the style, between prefix and suffix.
proposed(name, convention, facts, long) := framed(styled(full, convention.style), convention, facts) if {
	full := [object.get(long, word, word) | some word in words(name)]
}

proposed(name, convention, facts, _) := framed(name, convention, facts) if not convention.style

framed(name, convention, facts) := concat("", [lead, trim_suffix(trim_prefix(name, lead), trail), trail]) if {
	lead := filled(object.get(convention, "prefix", ""), facts)
	trail := filled(object.get(convention, "suffix", ""), facts)
}

# {domain}, {layer} and {environment} stand for the facts.
filled(text, facts) := strings.replace_n({sprintf("{%s}", [key]): value | some key, value in facts}, text)

# Whether a convention is for an object with these facts; each that it names must be so.
holds(convention, object_kind, facts) if {
	convention.object == object_kind
	every key in ["layer", "domain", "environment"] { meets(convention, key, facts) }
}

meets(convention, key, _) if not convention[key]

meets(convention, key, facts) if facts[key] == convention[key]

# What is wrong with a name under a convention, and what it should be.
broken(name, convention, facts, long) := sprintf("write %s", [wanted]) if {
	wanted := proposed(name, convention, facts, long)
	wanted != name
}

broken(name, convention, facts, long) := sprintf("it must match %s", [convention.pattern]) if {
	proposed(name, convention, facts, long) == name
	not regex.match(convention.pattern, name)
}
