package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Term;
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
    for (String name : names) {
      if (!contains(name)) {
        return false;
      }
    }
    return true;
  }

  /** Whether all variables of this level of a term have a value. */
  boolean containsAll(Term term) {
    return term instanceof Var v
        ? Vars.isGlobal(v.name()) || contains(v.name())
        : containsAll(Vars.outer(term).keySet());
  }

  void add(String name) {
    added.add(name);
  }

  void addAll(Set<String> names) {
    added.addAll(names);
  }

  /** Adds those of some variables that have none. */
  void missing(Map<String, Var> variables, Map<String, Var> out) {
    for (Map.Entry<String, Var> variable : variables.entrySet()) {
      if (!contains(variable.getKey())) {
        out.put(variable.getKey(), variable.getValue());
      }
    }
  }
}
