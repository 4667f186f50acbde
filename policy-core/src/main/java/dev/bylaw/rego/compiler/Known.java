package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Var;
import java.util.Map;
import java.util.Set;

/**
 * The variables that have a value.
 *
 * @param before those that had one
 * @param added those that get one, also of those that had one
 */
record Known(Set<String> before, Set<String> added) {
  boolean contains(String name) {
    return before.contains(name) || added.contains(name);
  }

  boolean containsAll(Set<String> names) {
    return names.stream().allMatch(this::contains);
  }

  boolean containsAll(Map<String, Var> variables) {
    return containsAll(variables.keySet());
  }

  void add(String name) {
    added.add(name);
  }

  void addAll(Set<String> names) {
    added.addAll(names);
  }

  /** Adds those of some variables that have none. */
  void missing(Map<String, Var> variables, Map<String, Var> out) {
    variables.forEach(
        (name, v) -> {
          if (!contains(name)) {
            out.put(name, v);
          }
        });
  }
}
