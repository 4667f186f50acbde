package dev.bylaw.decision;

import dev.bylaw.decision.Decision.NotKnown;
import dev.bylaw.decision.Decision.Outcome;
import dev.bylaw.decision.Decision.SetId;
import dev.bylaw.policy.Action;
import dev.bylaw.policy.AssignedPolicy;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.Policy;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.UnknownMeans;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Severity;
import dev.bylaw.subject.Subject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
  private final Map<String, Judge> judges;
  private final Clock clock;

  /** Decides by what holds today, in UTC. */
  public PolicyEngine(PolicySet set) {
    this(set, Clock.systemUTC());
  }

  /**
   * Decides by what holds on the day that a clock shows.
   *
   * @param clock asked at each decision
   */
  public PolicyEngine(PolicySet set, Clock clock) {
    this(
        set,
        set.policies().stream()
            .collect(Collectors.toMap(Policy::id, p -> new Judge(p, set.program()))),
        clock);
  }

  private PolicyEngine(PolicySet set, Map<String, Judge> judges, Clock clock) {
    this.set = set;
    this.judges = judges;
    this.clock = clock;
  }

  /** The same engine on another day, past or future. */
  public PolicyEngine asOf(LocalDate day) {
    return new PolicyEngine(
        set, judges, Clock.fixed(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));
  }

  /** The set that it judges by. */
  public PolicySet policySet() {
    return set;
  }

  /** The policies that hold for a subject today, by id. */
  public List<AssignedPolicy> inForce(Subject subject) {
    return set.inForce(subject, LocalDate.now(clock));
  }

  /**
   * Ids of the policies that may read a value, whatever the input is. A check in Java may read any.
   *
   * @param path of keys, into {@code input}
   */
  public Set<String> mayRead(List<String> path) {
    return judges.values().stream()
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
    LocalDate day = LocalDate.now(clock);
    Run run = new Run(point, day);
    subjects.forEach(run::subject);
    if (run.ran.isEmpty()) {
      run.errors.add(nothing(subjects, point));
    }
    boolean denied =
        !run.errors.isEmpty()
            || run.findings.stream().anyMatch(f -> f.severity().compareTo(blocking) <= 0);
    Set<String> acting = new HashSet<>(set.acting(point, day));
    acting.addAll(run.ran);
    return new Decision(
        denied ? Outcome.DENY : Outcome.ALLOW,
        point,
        new SetId(set.name(), set.version(), set.revision()),
        Hash.of(subjects),
        subjects.size(),
        run.findings,
        run.unknown,
        run.errors,
        run.ran.stream().filter(id -> !run.failed.contains(id)).toList(),
        acting.stream().filter(id -> !run.ran.contains(id)).toList());
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
    private final LocalDate day;
    private final List<Finding> findings = new ArrayList<>();
    private final List<NotKnown> unknown = new ArrayList<>();
    private final List<Diagnostic> errors = new ArrayList<>();
    private final Set<String> ran = new HashSet<>();
    private final Set<String> failed = new HashSet<>();

    Run(EnforcementPoint point, LocalDate day) {
      this.point = point;
      this.day = day;
    }

    void subject(Subject subject) {
      List<Unknowns.Value> values = Unknowns.of(subject);
      set.problem(subject).ifPresent(errors::add);
      for (AssignedPolicy assigned : set.inForce(subject, day)) {
        Judge judge = judges.get(assigned.policy().id());
        if (judge != null && assigned.action(point) != Action.OFF) {
          ran.add(assigned.policy().id());
          judge(judge.as(assigned), assigned, subject, values);
        }
      }
    }

    private void judge(
        Judge judge, AssignedPolicy assigned, Subject subject, List<Unknowns.Value> values) {
      Policy policy = assigned.policy();
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
      found.forEach(f -> findings.add(atPoint(f, assigned)));
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

    private Finding atPoint(Finding f, AssignedPolicy assigned) {
      boolean warn =
          assigned.action(point) == Action.WARN && f.severity().compareTo(Severity.WARNING) < 0;
      return warn ? Unknowns.withSeverity(f, Severity.WARNING) : f;
    }
  }
}
