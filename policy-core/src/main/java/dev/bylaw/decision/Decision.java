package dev.bylaw.decision;

import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Severity;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Subject;
import java.util.List;
import java.util.Optional;

/**
 * Allow or deny at one enforcement point, with all that led to it. Immutable.
 *
 * @param inputHash {@code sha256:} and the hash of all subjects
 * @param subjects how many were judged
 * @param findings by {@link Finding#BY_PLACE}
 * @param unknown what could not be judged because values are not known yet
 * @param errors why a policy gave no answer; one error is enough to deny
 * @param passed ids of the policies that ran and found nothing, in order
 * @param notApplicable ids of the policies that had nothing to judge, in order
 */
public record Decision(
    Outcome outcome,
    EnforcementPoint point,
    SetId policySet,
    String inputHash,
    int subjects,
    List<Finding> findings,
    List<NotKnown> unknown,
    List<Diagnostic> errors,
    List<String> passed,
    List<String> notApplicable) {
  public Decision {
    findings = findings.stream().sorted(Finding.BY_PLACE).toList();
    unknown = List.copyOf(unknown);
    errors = errors.stream().sorted(Diagnostic.BY_PLACE).toList();
    passed = passed.stream().sorted().toList();
    notApplicable = notApplicable.stream().sorted().toList();
  }

  /** What follows for the caller. */
  public enum Outcome {
    ALLOW,
    DENY
  }

  /** Which policy set decided. */
  public record SetId(String name, String version, String revision) {}

  /**
   * A policy that may depend on a value nobody knows yet.
   *
   * @param pointer JSON pointer into {@code input}
   */
  public record NotKnown(
      String policy, Subject subject, String pointer, String reason, Optional<Span> span) {}

  public boolean isAllowed() {
    return outcome == Outcome.ALLOW;
  }

  /** How many findings have a severity. */
  public long count(Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }
}
