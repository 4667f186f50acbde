package dev.bylaw.decision;

import dev.bylaw.decision.Decision.Circumstances;
import dev.bylaw.decision.Decision.Outcome;
import dev.bylaw.decision.Decision.SetId;
import dev.bylaw.decision.Question.Nothing;
import dev.bylaw.policy.AssignedPolicy;
import dev.bylaw.policy.EnforcementPoint;
import dev.bylaw.policy.Policy;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.Waiver;
import dev.bylaw.rego.RegoEvaluationException;
import dev.bylaw.rego.RegoProgram;
import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Severity;
import dev.bylaw.subject.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
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
  static final String VERSION =
      Optional.ofNullable(PolicyEngine.class.getPackage().getImplementationVersion())
          .orElse("development");

  /** An observed evaluation takes about a millisecond. */
  static final int MOST_EXPLAINED = 1_000;

  private final PolicySet set;
  private final Map<String, Judge> judges;
  private final Clock clock;
  private final Optional<LocalDate> day;
  private final Optional<Reuse> reuse;
  private final Progress progress;

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
    this(set, judges(set), clock, Optional.empty(), Optional.empty(), (done, all) -> {});
  }

  private static Map<String, Judge> judges(PolicySet set) {
    RegoProgram program = set.program();
    Map<String, Judge> judges = new HashMap<>();
    for (Policy policy : set.policies()) {
      judges.put(policy.id(), new Judge(policy, program));
    }
    return judges;
  }

  private PolicyEngine(
      PolicySet set,
      Map<String, Judge> judges,
      Clock clock,
      Optional<LocalDate> day,
      Optional<Reuse> reuse,
      Progress progress) {
    this.set = set;
    this.judges = judges;
    this.clock = clock;
    this.day = day;
    this.reuse = reuse;
    this.progress = progress;
  }

  /** The same engine on another day, past or future. */
  public PolicyEngine asOf(LocalDate other) {
    return new PolicyEngine(set, judges, clock, Optional.of(other), reuse, progress);
  }

  /**
   * The same engine, which asks {@code other} before it evaluates a rule. It decides the same. That
   * pays where most subjects come again unchanged and rules are slow; a small input is evaluated
   * faster than it is hashed.
   */
  public PolicyEngine reusing(Reuse other) {
    return new PolicyEngine(set, judges, clock, day, Optional.of(other), progress);
  }

  /** The same engine, which tells how far each decision has come. */
  public PolicyEngine reporting(Progress other) {
    return new PolicyEngine(set, judges, clock, day, reuse, other);
  }

  /** The set that it judges by. */
  public PolicySet policySet() {
    return set;
  }

  /** The policies that hold for a subject today, by id. */
  public List<AssignedPolicy> inForce(Subject subject) {
    return set.inForce(subject, today());
  }

  private LocalDate today() {
    return day.orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
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
    return decide(subjects, Question.at(point));
  }

  /** Decides; a finding of the severity, or of a worse one, denies. */
  public Decision decide(List<Subject> subjects, EnforcementPoint point, Severity blocking) {
    return decide(subjects, Question.at(point).withBlocking(blocking));
  }

  /**
   * Decides. To have judged nothing (no subject, or no policy for any of them) is an error of the
   * decision, so it denies, unless the question says that there may be nothing.
   */
  public Decision decide(List<Subject> subjects, Question question) {
    Instant start = clock.instant();
    LocalDate today = today();
    List<Waiver> waivers = new ArrayList<>(set.waivers());
    waivers.addAll(question.waivers());
    Waiving waiving = new Waiving(set.waiverRules(), waivers, question.point(), today);
    Run run = new Run(set, judges, question, today, waiving, reuse);
    for (int i = 0; i < subjects.size(); i++) {
      run.subject(subjects.get(i));
      progress.judged(i + 1, subjects.size());
    }
    nothing(subjects, question, run).ifPresent(run.errors::add);
    run.errors.addAll(question.unreadable());
    Baseline.Split split = question.baseline().split(run.findings);
    List<Diagnostic> notices = waiving.notices();
    for (Baseline.Entry entry : split.stale()) {
      if (!run.failing(entry.policy())) {
        notices.add(stale(entry));
      }
    }
    boolean denied = !run.errors.isEmpty() || isBlocked(split.fresh(), question.blocking());
    Set<String> acting = new HashSet<>(set.acting(question.point(), today));
    acting.addAll(run.ran);
    return new Decision(
        denied ? Outcome.DENY : Outcome.ALLOW,
        question.point(),
        SetId.of(set),
        Hash.of(run.inputs),
        run.inputs,
        split.fresh(),
        run.waived,
        split.known(),
        run.unknown,
        run.errors,
        notices,
        without(run.ran, run.failed),
        without(acting, run.ran),
        new Circumstances(VERSION, today, Duration.between(start, clock.instant())));
  }

  private static boolean isBlocked(List<Finding> findings, Severity blocking) {
    for (Finding finding : findings) {
      if (finding.severity().compareTo(blocking) <= 0) {
        return true;
      }
    }
    return false;
  }

  private static List<String> without(Set<String> ids, Set<String> others) {
    List<String> left = new ArrayList<>(ids);
    left.removeAll(others);
    return left;
  }

  /**
   * Why a policy yields what it yields of a subject; empty where it is not in force there.
   *
   * @throws RegoEvaluationException when the evaluation ends without an answer
   */
  public Optional<Explanation> explain(Subject subject, String policy) {
    return explainer(subject, policy).map(e -> e.explain(subject));
  }

  private Optional<Explainer> explainer(Subject subject, String policy) {
    return inForce(subject).stream()
        .filter(a -> a.policy().id().equals(policy))
        .findFirst()
        .map(a -> new Explainer(a.policy(), a.program()));
  }

  /**
   * A decision of this engine whose findings say what was wanted, also where their policies do not
   * but a comparison tells. Each policy with such findings is evaluated once more on their subject,
   * for the first {@value #MOST_EXPLAINED} of such pairs.
   */
  public Decision explained(Decision decision) {
    return new Wanted(this::explainer, MOST_EXPLAINED).in(decision);
  }

  private static Diagnostic stale(Baseline.Entry e) {
    String message =
        "the baseline has a finding of %s on %s that is mended: %s; take it out, so that it cannot come back"
            .formatted(e.policy(), e.path(), e.message());
    return new Diagnostic("baseline_stale", Severity.WARNING, e.place(), message);
  }

  private Optional<Diagnostic> nothing(List<Subject> subjects, Question question, Run run) {
    Nothing what = subjects.isEmpty() ? Nothing.SUBJECT : Nothing.POLICY;
    if (!run.ran.isEmpty() || question.fine().contains(what)) {
      return Optional.empty();
    }
    String message =
        subjects.isEmpty()
            ? "there is no subject to judge"
            : "no policy of %s is in force at %s for %s"
                .formatted(
                    set.name(),
                    question.point().name().toLowerCase(Locale.ROOT),
                    String.join(
                        ", ", subjects.stream().map(s -> s.kind().word()).distinct().toList()));
    return Optional.of(Diagnostic.error("nothing_judged", message + ", so nothing can be allowed"));
  }
}
