package dev.bylaw.decision;

import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.Waiver;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Severity;
import dev.bylaw.source.Span;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Allow or deny at one enforcement point, with all that led to it. Immutable.
 *
 * @param inputHash {@code sha256:} and the hash of all subjects
 * @param findings those that count, by {@link Finding#BY_PLACE}
 * @param waived findings that do not count because somebody excepted them
 * @param known findings that do not count because the baseline has them
 * @param unknown what could not be judged because values are not known yet
 * @param errors why a policy gave no answer; one error is enough to deny
 * @param notices what is wrong with waivers, with the baseline and with proposed fixes; none denies
 * @param passed ids of the policies that ran and found nothing, in order
 * @param notApplicable ids of the policies that had nothing to judge, in order
 */
public record Decision(
    Outcome outcome,
    EnforcementPoint point,
    SetId policySet,
    String inputHash,
    List<Judged> inputs,
    List<Finding> findings,
    List<Waived> waived,
    List<Finding> known,
    List<NotKnown> unknown,
    List<Diagnostic> errors,
    List<Diagnostic> notices,
    List<String> passed,
    List<String> notApplicable,
    Circumstances circumstances) {
  public Decision {
    inputs = List.copyOf(inputs);
    findings = findings.stream().sorted(Finding.BY_PLACE).toList();
    waived =
        waived.stream().sorted(Comparator.comparing(Waived::finding, Finding.BY_PLACE)).toList();
    known = known.stream().sorted(Finding.BY_PLACE).toList();
    unknown = List.copyOf(unknown);
    errors = errors.stream().sorted(Diagnostic.BY_PLACE).toList();
    notices = notices.stream().sorted(Diagnostic.BY_PLACE).toList();
    passed = passed.stream().sorted().toList();
    notApplicable = notApplicable.stream().sorted().toList();
  }

  /** What follows for the caller. */
  public enum Outcome {
    ALLOW,
    DENY
  }

  /** Which policy set decided. */
  public record SetId(String name, String version, String revision) {
    static SetId of(PolicySet set) {
      return new SetId(set.name(), set.version(), set.revision());
    }
  }

  /**
   * A subject that was judged.
   *
   * @param hash {@code sha256:} and the hash of all that policies see of it
   * @param passed ids of the policies that ran on it and had nothing to say, in order
   */
  public record Judged(
      SubjectKind kind,
      String path,
      Optional<String> environment,
      String hash,
      List<String> passed) {
    public Judged {
      passed = List.copyOf(passed);
    }
  }

  /**
   * When and by what was decided.
   *
   * @param engine the version of Bylaw
   * @param day on which policies and waivers were looked up
   * @param duration by the engine's clock
   */
  public record Circumstances(String engine, LocalDate day, Duration duration) {}

  /** A finding that does not count, and why. */
  public record Waived(Finding finding, Grounds grounds) {}

  /** Who excepts a finding. */
  public sealed interface Grounds {
    /** Somebody responsible. */
    record ByWaiver(Waiver waiver) implements Grounds {}

    /**
     * A comment in the subject, where the policy allows that.
     *
     * @param place of the comment
     */
    record Inline(String reason, Span place) implements Grounds {}
  }

  /**
   * A policy that may depend on a value nobody knows yet.
   *
   * @param pointer JSON pointer into {@code input}
   */
  public record NotKnown(
      String policy, Subject subject, String pointer, String reason, Optional<Span> span) {}

  /** The same decision with findings that tell more. */
  Decision withFindings(List<Finding> other) {
    return new Decision(
        outcome,
        point,
        policySet,
        inputHash,
        inputs,
        other,
        waived,
        known,
        unknown,
        errors,
        notices,
        passed,
        notApplicable,
        circumstances);
  }

  /** The same decision with more notices. */
  Decision withNotices(Collection<Diagnostic> more) {
    List<Diagnostic> all = new ArrayList<>(notices);
    all.addAll(more);
    return new Decision(
        outcome,
        point,
        policySet,
        inputHash,
        inputs,
        findings,
        waived,
        known,
        unknown,
        errors,
        all,
        passed,
        notApplicable,
        circumstances);
  }

  public boolean isAllowed() {
    return outcome == Outcome.ALLOW;
  }

  /** How many subjects were judged. */
  public int subjects() {
    return inputs.size();
  }

  /** How many findings that count have a severity. */
  public long count(Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }
}
