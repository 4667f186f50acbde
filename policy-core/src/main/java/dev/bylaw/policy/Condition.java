package dev.bylaw.policy;

import dev.bylaw.subject.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * To which subjects of its scope an assignment applies: all that is said must be met.
 *
 * @param labels each must have one of the values
 * @param paths one must match; empty for any path
 * @param environments empty for any
 */
record Condition(
    Map<String, Set<String>> labels,
    List<Glob> paths,
    Set<String> environments,
    Optional<Ring> ring) {
  static final Condition ALWAYS = new Condition(Map.of(), List.of(), Set.of(), Optional.empty());

  Condition {
    labels = Map.copyOf(labels);
    paths = List.copyOf(paths);
    environments = Set.copyOf(environments);
  }

  /** Whether every subject meets it. */
  boolean isAlways() {
    return labels.isEmpty() && paths.isEmpty() && environments.isEmpty() && ring.isEmpty();
  }

  boolean isMet(Subject subject, Scope scope) {
    return labels.entrySet().stream()
            .allMatch(l -> l.getValue().contains(subject.labels().getOrDefault(l.getKey(), "")))
        && (paths.isEmpty() || paths.stream().anyMatch(g -> g.matches(subject.path())))
        && (environments.isEmpty()
            || subject.environment().filter(environments::contains).isPresent())
        && ring.map(r -> r.contains(scope.product().or(subject::product))).orElse(true);
  }

  /** Whether every subject that meets the other one certainly meets this. */
  boolean isImpliedBy(Condition other) {
    if (isAlways()) {
      return true;
    }
    return labels.entrySet().stream()
            .allMatch(
                l -> {
                  Set<String> narrower = other.labels.get(l.getKey());
                  return narrower != null && l.getValue().containsAll(narrower);
                })
        && (paths.isEmpty() || (!other.paths.isEmpty() && paths.containsAll(other.paths)))
        && (environments.isEmpty()
            || (!other.environments.isEmpty() && environments.containsAll(other.environments)))
        && ring.map(r -> other.ring.filter(r::includes).isPresent()).orElse(true);
  }

  /** Whether certainly no subject meets both. */
  boolean excludes(Condition other) {
    return labels.entrySet().stream()
            .anyMatch(l -> areApart(l.getValue(), other.labels.getOrDefault(l.getKey(), Set.of())))
        || areApart(environments, other.environments);
  }

  private static boolean areApart(Set<String> a, Set<String> b) {
    return !a.isEmpty() && !b.isEmpty() && a.stream().noneMatch(b::contains);
  }
}
