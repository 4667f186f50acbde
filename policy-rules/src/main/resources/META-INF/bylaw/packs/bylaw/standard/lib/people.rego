package bylaw.lib.people

# Groups and service principals have no sign "@" in their names; users are named by their addresses.
is_person(name) if contains(name, "@")
