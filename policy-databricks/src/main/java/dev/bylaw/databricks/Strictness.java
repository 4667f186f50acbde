package dev.bylaw.databricks;

import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Decision.NotKnown;
import dev.bylaw.decision.Decision.Outcome;
import dev.bylaw.policy.Action;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.Policy;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.UnknownMeans;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What denies a request besides the findings of its policies.
 *
 * @param mustKnow ids of the policies that block, but only warn where something is unknown
 */
record Strictness(Set<String> mustKnow) {
  static final String NOT_KNOWN = "not_known";

  static Strictness of(PolicySet set) {
    return new Strictness(
        set.policies().stream()
            .filter(p -> p.severity() == Severity.ERROR)
            .filter(p -> p.action(EnforcementPoint.PROVISION) == Action.DENY)
            .filter(p -> p.unknown() == UnknownMeans.WARN)
            .map(Policy::id)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * The same decision, or one that denies.
   *
   * @param notes of the reader
   */
  Decision applied(Decision d, List<Diagnostic> notes) {
    List<Diagnostic> errors = new ArrayList<>(d.errors());
    notes.stream().filter(Diagnostic::isError).forEach(errors::add);
    d.unknown().stream()
        .filter(n -> mustKnow.contains(n.policy()))
        .map(Strictness::error)
        .forEach(errors::add);
    return errors.isEmpty()
        ? d
        : new Decision(
            Outcome.DENY,
            d.point(),
            d.policySet(),
            d.inputHash(),
            d.subjects(),
            d.findings(),
            d.unknown(),
            errors,
            d.passed(),
            d.notApplicable());
  }

  private static Diagnostic error(NotKnown n) {
    String message =
        "the policy " + n.policy() + " depends on " + n.pointer() + ", which is not known";
    return new Diagnostic(NOT_KNOWN, Severity.ERROR, n.span(), message);
  }
}
