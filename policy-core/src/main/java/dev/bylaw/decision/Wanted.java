package dev.bylaw.decision;

import dev.bylaw.rego.RegoEvaluationException;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.subject.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Adds to findings what would comply, as far as the condition that decided tells. */
final class Wanted {
  private final BiFunction<Subject, String, Optional<Explainer>> explainers;
  private final int most;
  private final Map<Pair, Map<String, Decisive>> known = new HashMap<>();

  private record Pair(String policy, String kind, String path, Optional<String> environment) {}

  /**
   * @param explainers of a policy at a subject
   * @param most pairs of a policy and a subject that are evaluated
   */
  Wanted(BiFunction<Subject, String, Optional<Explainer>> explainers, int most) {
    this.explainers = explainers;
    this.most = most;
  }

  Decision in(Decision decision) {
    List<Finding> findings = decision.findings().stream().map(this::in).toList();
    return decision.withFindings(findings);
  }

  private Finding in(Finding finding) {
    if (finding.wanted().isPresent()) {
      return finding;
    }
    Optional<RegoValue> wanted =
        Optional.ofNullable(decisive(finding).get(finding.message()))
            .filter(d -> isAt(d, finding))
            .flatMap(Decisive::wanted);
    return wanted.isPresent() ? finding.withWanted(wanted) : finding;
  }

  /** A wish is only told of the value that the finding shows. */
  private static boolean isAt(Decisive decisive, Finding finding) {
    return new Place(finding.subject(), decisive.path()).pointer().equals(finding.pointer());
  }

  private Map<String, Decisive> decisive(Finding finding) {
    Subject subject = finding.subject();
    Pair pair =
        new Pair(
            finding.policy().id(), subject.kind().word(), subject.path(), subject.environment());
    if (!known.containsKey(pair) && known.size() < most) {
      known.put(pair, decisive(subject, finding.policy().id()));
    }
    return known.getOrDefault(pair, Map.of());
  }

  private Map<String, Decisive> decisive(Subject subject, String policy) {
    Map<String, Decisive> found = new HashMap<>();
    try {
      explainers
          .apply(subject, policy)
          .ifPresent(
              e ->
                  e.decisive(subject)
                      .forEach((element, d) -> found.putIfAbsent(Explainer.message(element), d)));
    } catch (RegoEvaluationException e) {
      // the decision has this error already, or the evaluation needs more steps when it is watched
      return Map.of();
    }
    return found;
  }
}
