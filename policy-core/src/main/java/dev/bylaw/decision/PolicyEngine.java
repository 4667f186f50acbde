package dev.bylaw.decision;

import dev.bylaw.decision.Decision.NotKnown;
import dev.bylaw.decision.Decision.Outcome;
import dev.bylaw.decision.Decision.SetId;
import dev.bylaw.policy.Action;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.Policy;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.UnknownMeans;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Severity;
import dev.bylaw.subject.Subject;
import dev.bylaw.subject.SubjectKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges subjects by a policy set. Immutable and thread-safe; made once, asked often.
 *
 * <p>Each policy in force at the point runs once on each subject of the kinds that it reads. An
 * error of one policy does not keep the others from running, and denies.
 */
public final class PolicyEngine {
  private final PolicySet set;
  private final List<Judge> judges;
  private final Map<SubjectKind, List<Judge>> byKind = new EnumMap<>(SubjectKind.class);

  public PolicyEngine(PolicySet set) {
    this.set = set;
    this.judges = set.policies().stream().map(p -> new Judge(p, set.program())).toList();
    for (SubjectKind kind : SubjectKind.values()) {
      byKind.put(kind, judges.stream().filter(j -> j.policy.subjects().contains(kind)).toList());
    }
  }

  /** The set that it judges by. */
  public PolicySet policySet() {
    return set;
  }

  /**
   * Ids of the policies that may read a value, whatever the input is. A check in Java may read any.
   *
   * @param path of keys, into {@code input}
   */
  public Set<String> mayRead(List<String> path) {
    return judges.stream()
        .filter(j -> j.mayRead(path))
        .map(j -> j.policy.id())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Decides; a finding of severity error denies. */
  public Decision decide(List<Subject> subjects, EnforcementPoint point) {
    return decide(subjects, point, Severity.ERROR);
  }

  /**
   * Decides. To have judged nothing (no subject, or no policy for any of them) is an error of the
   * decision, so it denies.
   *
   * @param blocking findings of this severity, or a worse one, deny
   */
  public Decision decide(List<Subject> subjects, EnforcementPoint point, Severity blocking) {
    Run run = new Run(point);
    subjects.forEach(run::subject);
    if (run.ran.isEmpty()) {
      run.errors.add(nothing(subjects, point));
    }
    boolean denied =
        !run.errors.isEmpty()
            || run.findings.stream().anyMatch(f -> f.severity().compareTo(blocking) <= 0);
    List<String> inForce =
        judges.stream()
            .filter(j -> j.policy.action(point) != Action.OFF)
            .map(j -> j.policy.id())
            .toList();
    return new Decision(
        denied ? Outcome.DENY : Outcome.ALLOW,
        point,
        new SetId(set.name(), set.version(), set.revision()),
        Hash.of(subjects),
        subjects.size(),
        run.findings,
        run.unknown,
        run.errors,
        inForce.stream().filter(id -> run.ran.contains(id) && !run.failed.contains(id)).toList(),
        inForce.stream().filter(id -> !run.ran.contains(id)).toList());
  }

  private Diagnostic nothing(List<Subject> subjects, EnforcementPoint point) {
    String message =
        subjects.isEmpty()
            ? "there is no subject to judge"
            : "no policy of %s is in force at %s for %s"
                .formatted(
                    set.name(),
                    point.name().toLowerCase(Locale.ROOT),
                    String.join(
                        ", ", subjects.stream().map(s -> s.kind().word()).distinct().toList()));
    return Diagnostic.error("nothing_judged", message + ", so nothing can be allowed");
  }

  /** What one call collects. */
  private final class Run {
    private final EnforcementPoint point;
    private final List<Finding> findings = new ArrayList<>();
    private final List<NotKnown> unknown = new ArrayList<>();
    private final List<Diagnostic> errors = new ArrayList<>();
    private final Set<String> ran = new HashSet<>();
    private final Set<String> failed = new HashSet<>();

    Run(EnforcementPoint point) {
      this.point = point;
    }

    void subject(Subject subject) {
      List<Unknowns.Value> values = Unknowns.of(subject);
      for (Judge judge : byKind.getOrDefault(subject.kind(), List.of())) {
        if (judge.policy.action(point) != Action.OFF) {
          ran.add(judge.policy.id());
          judge(judge, subject, values);
        }
      }
    }

    private void judge(Judge judge, Subject subject, List<Unknowns.Value> values) {
      Policy policy = judge.policy;
      Judge.Verdict verdict = judge.judge(subject);
      errors.addAll(verdict.errors());
      List<Finding> found = new ArrayList<>();
      Set<Unknowns.Value> reported = new HashSet<>();
      for (Finding f : verdict.findings()) {
        Optional<Unknowns.Value> reason = Unknowns.behind(f, values);
        if (reason.isEmpty()) {
          found.add(f);
        } else {
          reason.get().finding(f, policy.unknown()).ifPresent(found::add);
          if (reported.add(reason.get())) {
            unknown.add(reason.get().notKnown(policy.id(), subject));
          }
        }
      }
      values.stream()
          .filter(v -> judge.mayRead(v.names()) && reported.add(v))
          .forEach(v -> notJudged(judge, v, subject, found));
      found.forEach(f -> findings.add(atPoint(f)));
      if (!found.isEmpty() || !verdict.errors().isEmpty()) {
        failed.add(policy.id());
      }
    }

    private void notJudged(
        Judge judge, Unknowns.Value value, Subject subject, List<Finding> found) {
      unknown.add(value.notKnown(judge.policy.id(), subject));
      if (judge.policy.unknown() != UnknownMeans.PASS) {
        found.add(judge.unknown(value, subject));
      }
    }

    private Finding atPoint(Finding f) {
      boolean warn = judgesAsWarning(f.policy()) && f.severity().compareTo(Severity.WARNING) < 0;
      return warn ? Unknowns.withSeverity(f, Severity.WARNING) : f;
    }

    private boolean judgesAsWarning(Policy policy) {
      return policy.action(point) == Action.WARN;
    }
  }
}
