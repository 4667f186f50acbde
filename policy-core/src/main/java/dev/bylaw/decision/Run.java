package dev.bylaw.decision;

import dev.bylaw.decision.Decision.Grounds;
import dev.bylaw.decision.Decision.Judged;
import dev.bylaw.decision.Decision.NotKnown;
import dev.bylaw.decision.Decision.Waived;
import dev.bylaw.policy.Action;
import dev.bylaw.policy.AssignedPolicy;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.LifeCycle;
import dev.bylaw.policy.OverrideLevel;
import dev.bylaw.policy.Policy;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.UnknownMeans;
import dev.bylaw.policy.Waiver;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Severity;
import dev.bylaw.subject.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What one call of an engine collects. */
final class Run {
  static final String NOT_KNOWN = "not_known";

  final List<Judged> inputs = new ArrayList<>();
  final List<Finding> findings = new ArrayList<>();
  final List<Waived> waived = new ArrayList<>();
  final List<NotKnown> unknown = new ArrayList<>();
  final List<Diagnostic> errors = new ArrayList<>();
  final Set<String> ran = new HashSet<>();
  final Set<String> failed = new HashSet<>();
  private final Set<String> broken = new HashSet<>();
  private final PolicySet set;
  private final Map<String, Judge> judges;
  private final Question question;
  private final LocalDate day;
  private final Waiving waiving;
  private final Optional<Reuse> reuse;

  Run(
      PolicySet set,
      Map<String, Judge> judges,
      Question question,
      LocalDate day,
      Waiving waiving,
      Optional<Reuse> reuse) {
    this.set = set;
    this.judges = judges;
    this.question = question;
    this.day = day;
    this.waiving = waiving;
    this.reuse = reuse;
  }

  /** A subject while it is judged. */
  private record Case(
      Subject subject,
      InputParts parts,
      Unknowns unknowns,
      Suppressions suppressions,
      List<String> passed) {}

  /**
   * Whether a policy could not judge everything, so that what it found before may still be there.
   */
  boolean failing(String policy) {
    return broken.contains(policy);
  }

  void subject(Subject subject) {
    set.problem(subject).ifPresent(errors::add);
    String hash = Hash.of(subject);
    Set<String> known = question.passed().getOrDefault(hash, Set.of());
    Case c =
        new Case(
            subject,
            new InputParts(subject.input().value(), reuse),
            Unknowns.of(subject),
            Suppressions.of(subject),
            new ArrayList<>());
    for (AssignedPolicy assigned : set.inForce(subject, day)) {
      String id = assigned.policy().id();
      Action action = action(assigned);
      if (action != Action.OFF) {
        ran.add(id);
        waiving.judged(id, subject);
        if (known.contains(id)) {
          c.passed.add(id);
        } else {
          Judge judge = Objects.requireNonNull(judges.get(id), id);
          judge(judge.as(assigned), assigned, action, c);
        }
      }
    }
    inputs.add(new Judged(subject.kind(), subject.path(), subject.environment(), hash, c.passed));
  }

  private Action action(AssignedPolicy assigned) {
    return question.drafts() && assigned.stage() == LifeCycle.DRAFT
        ? assigned.points().getOrDefault(question.point(), Action.DENY)
        : assigned.action(question.point());
  }

  private void judge(Judge judge, AssignedPolicy assigned, Action action, Case c) {
    Policy policy = assigned.policy();
    Judge.Verdict verdict = judge.judge(c.subject, c.parts);
    errors.addAll(verdict.errors());
    List<Finding> found = new ArrayList<>();
    Set<Unknowns.Value> reported = new HashSet<>();
    for (Finding f : verdict.findings()) {
      Optional<Unknowns.Value> reason = c.unknowns.behind(f);
      if (reason.isEmpty()) {
        found.add(f);
      } else {
        reason.get().finding(f, policy.unknown()).ifPresent(found::add);
        if (reported.add(reason.get())) {
          notKnown(policy, action, reason.get(), c.subject);
        }
      }
    }
    Set<Unknowns.Gap> told = new HashSet<>();
    for (Unknowns.Value value : c.unknowns.values()) {
      if (judge.mayRead(value.names()) && reported.add(value)) {
        notKnown(policy, action, value, c.subject);
        if (policy.unknown() != UnknownMeans.PASS && told.add(value.gap())) {
          found.add(judge.unknown(value, c.subject));
        }
      }
    }
    found.forEach(f -> add(atPoint(f, action), assigned, c));
    if (!verdict.errors().isEmpty()) {
      broken.add(policy.id());
    }
    if (!found.isEmpty() || !verdict.errors().isEmpty()) {
      failed.add(policy.id());
    } else if (reported.isEmpty()) {
      c.passed.add(policy.id());
    }
  }

  /** Nothing fills a value in after provisioning, so a policy that would block must know it. */
  private void notKnown(Policy policy, Action action, Unknowns.Value value, Subject subject) {
    NotKnown n = value.notKnown(policy.id(), subject);
    unknown.add(n);
    if (question.point() == EnforcementPoint.PROVISION
        && action == Action.DENY
        && policy.severity() == Severity.ERROR
        && policy.unknown() == UnknownMeans.WARN) {
      String message =
          "the policy " + n.policy() + " depends on " + n.pointer() + ", which is not known";
      errors.add(new Diagnostic(NOT_KNOWN, Severity.ERROR, n.span(), message));
    }
  }

  private void add(Finding finding, AssignedPolicy assigned, Case c) {
    Optional<Grounds> inline =
        assigned.policy().suppressible() && assigned.override().kind() != OverrideLevel.Kind.HARD
            ? c.suppressions.of(finding)
            : Optional.empty();
    Optional<Waiver> waiver = waiving.of(finding, assigned);
    if (waiver.isPresent()) {
      waived.add(new Waived(finding, new Grounds.ByWaiver(waiver.get())));
    } else if (inline.isPresent()) {
      waived.add(new Waived(finding, inline.get()));
    } else {
      findings.add(finding);
    }
  }

  private static Finding atPoint(Finding f, Action action) {
    boolean warn = action == Action.WARN && f.severity().compareTo(Severity.WARNING) < 0;
    return warn ? Unknowns.withSeverity(f, Severity.WARNING) : f;
  }
}
