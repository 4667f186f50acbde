package dev.bylaw.rego.compiler;

import dev.bylaw.rego.ast.Rule;
import dev.bylaw.rego.ast.Scalar;
import dev.bylaw.rego.ast.Term;
import java.util.List;

/**
 * A rule whose names are resolved, with its place in the tree of rules.
 *
 * @param path the part of its reference that is known: package and names
 * @param keys the operands behind the path, where it defines entries of an object
 */
public record CompiledRule(List<String> path, List<Term> keys, Rule rule) {
  public CompiledRule {
    path = List.copyOf(path);
    keys = List.copyOf(keys);
  }

  /** How many of the keys are known before one that is not. */
  public int constantKeys() {
    int known = 0;
    while (known < keys.size() && keys.get(known) instanceof Scalar) {
      known++;
    }
    return known;
  }

  /** The name as written of a variable that may have been made unique. */
  public static String original(String name) {
    return Resolver.original(name);
  }
}
