package dev.bylaw.policy;

import dev.bylaw.rego.ast.Module;
import dev.bylaw.source.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps sets out of each other's packages and data: a rule that somebody adds to the package of a
 * policy could weaken it.
 */
final class Shadowing {
  private static final String CODE = "policy_shadowed";

  private final Fields fields;
  private final Map<List<String>, Integer> grounds = new HashMap<>();
  private final Set<String> heads = new HashSet<>();

  Shadowing(Fields fields) {
    this.fields = fields;
  }

  /** Sets must come in the order of their numbers. */
  void check(Part part, List<Module> modules) {
    Map<List<String>, Span> mine = new HashMap<>();
    for (Module module : modules) {
      mine.putIfAbsent(PolicyReader.path(module), module.packageDeclaration().span());
    }
    for (Map.Entry<List<String>, Span> found : mine.entrySet()) {
      List<String> path = found.getKey();
      Span span = found.getValue();
      if (!path.isEmpty() && path.get(0).equals("parameters")) {
        fields.problem(
            CODE,
            span,
            "found a package below parameters, which belongs to the values that sets choose; expected another one");
      }
      owner(path).ifPresent(ground -> taken(path, span, ground));
    }
    List<String> root = part.manifest().root();
    for (List<String> path : mine.keySet()) {
      claim(part, root.isEmpty() ? path : root);
    }
    if (!root.isEmpty()) {
      claim(part, root);
    }
  }

  private void claim(Part part, List<String> ground) {
    grounds.putIfAbsent(ground, part.number());
    if (!ground.isEmpty()) {
      heads.add(ground.get(0));
    }
  }

  private Optional<List<String>> owner(List<String> path) {
    for (int length = 0; length <= path.size(); length++) {
      if (grounds.containsKey(path.subList(0, length))) {
        return Optional.of(path.subList(0, length));
      }
    }
    return Optional.empty();
  }

  private void taken(List<String> path, Span span, List<String> ground) {
    fields.problem(
        CODE,
        span,
        "found the package %s, expected one that is not below %s, which belongs to an imported set"
            .formatted(String.join(".", path), String.join(".", ground)));
  }

  /** The first names of the packages of the sets so far. */
  Set<String> heads() {
    return heads;
  }
}
