package dev.bylaw.rego.builtin.std.graphql;

import dev.bylaw.rego.value.RegoObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A checked schema.
 *
 * @param types by name
 * @param directives by name
 * @param roots names of types by query, mutation and subscription
 * @param possible names of the types that the values of an interface, a union or an object may have
 */
record Schema(
    SortedMap<String, Definition> types,
    SortedMap<String, RegoObject> directives,
    Map<String, String> roots,
    Map<String, Set<String>> possible) {

  Optional<Definition> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  Optional<RegoObject> directive(String name) {
    return Optional.ofNullable(directives.get(name));
  }

  Optional<Definition> root(String operation) {
    return type(roots.getOrDefault(operation, ""));
  }

  Set<String> possibleTypes(String name) {
    return possible.getOrDefault(name, Set.of());
  }
}
