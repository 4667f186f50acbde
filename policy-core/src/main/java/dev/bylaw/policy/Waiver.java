package dev.bylaw.policy;

import dev.bylaw.source.Span;
import dev.bylaw.subject.Subject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * An exception from one policy for some subjects. What it is for is judged all the same, and shown
 * as waived.
 *
 * @param policy its id
 * @param findings the fingerprints that it is for; empty for all of the policy's findings
 * @param requestedBy who asked for it
 * @param granted its first day; empty for ever since
 * @param expires its last day
 * @param place of the whole waiver
 */
public record Waiver(
    String policy,
    SubjectSelector subject,
    Set<String> findings,
    String reason,
    String approver,
    Optional<String> requestedBy,
    String ticket,
    Optional<LocalDate> granted,
    LocalDate expires,
    Span place) {
  public Waiver {
    findings = Set.copyOf(findings);
  }

  /** Whether a day is one of its days, the last one included. */
  public boolean holdsOn(LocalDate day) {
    return !day.isAfter(expires) && granted.map(g -> !day.isBefore(g)).orElse(true);
  }

  /** Whether it is for a finding, whatever the day. */
  public boolean isFor(String policyId, Subject where, String fingerprint) {
    return policy.equals(policyId)
        && (findings.isEmpty() || findings.contains(fingerprint))
        && subject.matches(where);
  }

  /** Whether it is for all findings of a policy, on subjects that it does not name one by one. */
  public boolean isBroad() {
    return findings.isEmpty() && !subject.isNarrow();
  }
}
