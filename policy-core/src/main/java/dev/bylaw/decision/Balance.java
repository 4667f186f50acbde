package dev.bylaw.decision;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a decision came to, to compare it with another one. */
final class Balance {
  private final Map<String, Integer> fingerprints = new HashMap<>();
  private final Map<Place, Integer> findings = new HashMap<>();
  private final Map<Problem, Integer> problems = new HashMap<>();

  private record Place(String policy, String kind, String path, Optional<String> environment) {
    static Place of(Finding f) {
      return new Place(
          f.policy().id(),
          f.subject().kind().word(),
          f.subject().path(),
          f.subject().environment());
    }
  }

  private record Problem(String code, Optional<String> path) {}

  Balance(Decision decision, List<Diagnostic> diagnostics) {
    Stream.of(
            decision.findings().stream(),
            decision.known().stream(),
            decision.waived().stream().map(Decision.Waived::finding))
        .flatMap(s -> s)
        .forEach(this::count);
    Stream.concat(decision.errors().stream(), diagnostics.stream())
        .map(d -> new Problem(d.code(), d.span().map(Span::source).map(s -> s.name())))
        .forEach(p -> problems.merge(p, 1, Integer::sum));
  }

  private void count(Finding finding) {
    fingerprints.merge(finding.fingerprint(), 1, Integer::sum);
    findings.merge(Place.of(finding), 1, Integer::sum);
  }

  /**
   * Whether a finding is gone and nothing is worse. A finding that says the same of a thing with
   * another name has another fingerprint, so findings of other policies are counted by subject.
   */
  boolean mends(Finding finding, Balance before) {
    Place place = Place.of(finding);
    return isLess(finding.fingerprint(), fingerprints, before.fingerprints)
        && isLess(place, findings, before.findings)
        && isNoWorse(findings, before.findings)
        && isNoWorse(problems, before.problems);
  }

  private static <K> boolean isLess(K key, Map<K, Integer> after, Map<K, Integer> before) {
    return after.getOrDefault(key, 0) < before.getOrDefault(key, 0);
  }

  private static <K> boolean isNoWorse(Map<K, Integer> after, Map<K, Integer> before) {
    return after.entrySet().stream()
        .allMatch(e -> e.getValue() <= before.getOrDefault(e.getKey(), 0));
  }
}
