package dev.bylaw.decision;

import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.Waiver;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Severity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is asked of an engine, besides the subjects. Immutable: each {@code with} method returns
 * another question.
 *
 * @param blocking findings of this severity, or a worse one, deny
 * @param waivers besides those of the policy set
 * @param baseline findings that do not block because they are known
 * @param unreadable why inputs could not be read; each one denies
 * @param fine of what there may be nothing
 * @param drafts whether policies in draft are judged as if they were enforced
 * @param passed by the hash of a subject, the policies that it is known to have passed under the
 *     same revision of the set
 */
public record Question(
    EnforcementPoint point,
    Severity blocking,
    List<Waiver> waivers,
    Baseline baseline,
    List<Diagnostic> unreadable,
    Set<Nothing> fine,
    boolean drafts,
    Map<String, Set<String>> passed) {
  public Question {
    waivers = List.copyOf(waivers);
    unreadable = unreadable.stream().filter(Diagnostic::isError).toList();
    fine = Set.copyOf(fine);
    passed = Map.copyOf(passed);
  }

  /** Of what there may be nothing without that being an error. */
  public enum Nothing {
    /** No subject. */
    SUBJECT,
    /** No policy in force for any of the subjects. */
    POLICY
  }

  /** Errors deny; nothing is known, and nothing judged is an error. */
  public static Question at(EnforcementPoint point) {
    return new Question(
        point, Severity.ERROR, List.of(), Baseline.none(), List.of(), Set.of(), false, Map.of());
  }

  public Question withBlocking(Severity severity) {
    return new Question(point, severity, waivers, baseline, unreadable, fine, drafts, passed);
  }

  /** With these waivers, too. They are read by {@code PolicySet.readWaivers}. */
  public Question withWaivers(List<Waiver> more) {
    List<Waiver> all = new ArrayList<>(waivers);
    all.addAll(more);
    return new Question(point, blocking, all, baseline, unreadable, fine, drafts, passed);
  }

  public Question withBaseline(Baseline known) {
    return new Question(point, blocking, waivers, known, unreadable, fine, drafts, passed);
  }

  /** With what readers had to say of inputs; only errors count. */
  public Question withUnreadable(List<Diagnostic> diagnostics) {
    return new Question(point, blocking, waivers, baseline, diagnostics, fine, drafts, passed);
  }

  /** Where there may be no such thing. */
  public Question withoutAny(Nothing what) {
    EnumSet<Nothing> all = EnumSet.of(what);
    all.addAll(fine);
    return new Question(point, blocking, waivers, baseline, unreadable, all, drafts, passed);
  }

  /** With policies in draft, to see what they would do. */
  public Question withDrafts() {
    return new Question(point, blocking, waivers, baseline, unreadable, fine, true, passed);
  }

  /**
   * Policies that a subject passed according to the evidence are not evaluated on it again, where
   * the subject is the same to the last value. Evidence of another revision of the policy set, or
   * of another version of Bylaw, changes nothing.
   *
   * @param evidence verified
   */
  public Question withEvidence(Evidence evidence, PolicyEngine engine) {
    boolean same =
        evidence.policySet().equals(Decision.SetId.of(engine.policySet()))
            && evidence.engine().equals(PolicyEngine.VERSION);
    return same
        ? new Question(
            point, blocking, waivers, baseline, unreadable, fine, drafts, evidence.passed())
        : this;
  }
}
