package dev.bylaw.report;

import dev.bylaw.decision.Impact;
import dev.bylaw.policy.AssignedPolicy;
import dev.bylaw.policy.Policy;
import dev.bylaw.policy.PolicySet;
import dev.bylaw.policy.Scope;
import dev.bylaw.policy.Waiver;
import dev.bylaw.subject.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a report tells besides the decision.
 *
 * @param policies those in force; those of the findings where the list is empty
 * @param masking keeps secrets out of every format
 * @param base where the inputs' folder stands in the repository, with {@code /} at its end where it
 *     is not empty; formats that a forge reads have paths from the repository's root
 * @param day on which the decision was made
 * @param domains of all subjects, also of those without findings
 * @param stages how far policies are rolled out where they met subjects
 * @param examples by the policy's id
 * @param history earlier runs, the oldest first, and this one
 * @param waivers of the policy set, also those that were not needed
 * @param impact of a set that is to come
 */
public record Background(
    List<Policy> policies,
    Masking masking,
    String base,
    Optional<LocalDate> day,
    Set<String> domains,
    List<Stage> stages,
    Map<String, List<Example>> examples,
    List<PastRun> history,
    List<Waiver> waivers,
    Optional<Impact> impact) {
  /** For a decision that is all there is to tell. */
  public static final Background NONE =
      new Background(
          List.of(),
          Masking.CREDENTIALS,
          "",
          Optional.empty(),
          Set.of(),
          List.of(),
          Map.of(),
          List.of(),
          List.of(),
          Optional.empty());

  public Background {
    policies = List.copyOf(policies);
    domains = Set.copyOf(domains);
    stages = List.copyOf(stages);
    examples = Map.copyOf(examples);
    history = List.copyOf(history);
    waivers = List.copyOf(waivers);
  }

  /**
   * The roll-out of a policy.
   *
   * @param rollout in words, such as {@code grace until 2027-03-31}
   * @param until the last day of grace, where there is one
   */
  public record Stage(String policy, Scope scope, String rollout, Optional<LocalDate> until) {}

  /** What is known of a run. */
  public static Background of(PolicySet set, List<Subject> subjects, LocalDate day) {
    Set<String> domains = new TreeSet<>();
    Set<AssignedPolicy> assigned = Collections.newSetFromMap(new IdentityHashMap<>());
    Map<List<Object>, Stage> stages = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      subject.domain().ifPresent(domains::add);
      for (AssignedPolicy p : set.inForce(subject, day)) {
        if (assigned.add(p)) { // most subjects have the same as others
          String rollout = p.rollout().toString();
          stages.putIfAbsent(
              List.of(p.policy().id(), p.scope(), rollout),
              new Stage(p.policy().id(), p.scope(), rollout, p.rollout().until()));
        }
      }
    }
    return new Background(
        set.policies(),
        Masking.of(set.sensitive(), subjects),
        "",
        Optional.of(day),
        domains,
        new ArrayList<>(stages.values()),
        Map.of(),
        List.of(),
        set.waivers(),
        Optional.empty());
  }

  public Background withBase(String other) {
    return new Background(
        policies, masking, other, day, domains, stages, examples, history, waivers, impact);
  }

  public Background withExamples(Map<String, List<Example>> other) {
    return new Background(
        policies, masking, base, day, domains, stages, other, history, waivers, impact);
  }

  public Background withHistory(List<PastRun> other) {
    return new Background(
        policies, masking, base, day, domains, stages, examples, other, waivers, impact);
  }

  /** With waivers that did not come with the policy set, too. */
  public Background withWaivers(List<Waiver> more) {
    List<Waiver> all = new ArrayList<>(waivers);
    all.addAll(more);
    return new Background(
        policies, masking, base, day, domains, stages, examples, history, all, impact);
  }

  public Background withImpact(Impact other) {
    return new Background(
        policies,
        masking,
        base,
        day,
        domains,
        stages,
        examples,
        history,
        waivers,
        Optional.of(other));
  }
}
