package dev.bylaw.databricks;

import dev.bylaw.decision.Decision;
import dev.bylaw.decision.Decision.NotKnown;
import dev.bylaw.decision.Decision.Outcome;
import dev.bylaw.decision.PolicyEngine;
import dev.bylaw.policy.Action;
import dev.bylaw.policy.AssignedPolicy;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.UnknownMeans;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Severity;
import java.util.ArrayList;
import java.util.List;

/** What denies a request besides the findings of its policies. */
record Strictness(PolicyEngine engine) {
  static final String NOT_KNOWN = "not_known";

  /**
   * The same decision, or one that denies.
   *
   * @param notes of the reader
   */
  Decision applied(Decision d, List<Diagnostic> notes) {
    List<Diagnostic> errors = new ArrayList<>(d.errors());
    notes.stream().filter(Diagnostic::isError).forEach(errors::add);
    d.unknown().stream().filter(n -> mustKnow(n)).map(Strictness::error).forEach(errors::add);
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

  /** Whether the policy blocks, but only warns where something is unknown. */
  private boolean mustKnow(NotKnown n) {
    return engine.inForce(n.subject()).stream()
        .filter(p -> p.policy().id().equals(n.policy()))
        .filter(p -> p.action(EnforcementPoint.PROVISION) == Action.DENY)
        .map(AssignedPolicy::policy)
        .anyMatch(p -> p.severity() == Severity.ERROR && p.unknown() == UnknownMeans.WARN);
  }

  private static Diagnostic error(NotKnown n) {
    String message =
        "the policy " + n.policy() + " depends on " + n.pointer() + ", which is not known";
    return new Diagnostic(NOT_KNOWN, Severity.ERROR, n.span(), message);
  }
}
