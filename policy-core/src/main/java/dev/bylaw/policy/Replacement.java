package dev.bylaw.policy;

import dev.bylaw.policy.Policy.Implementation.RegoRules;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import dev.bylaw.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks whether a policy may be replaced: whether other policies deny everything that it denies.
 * That is proved where the same policy holds with parameters that are at least as tight, in the
 * order that its author declared. Of free rules it cannot be proved; then inputs are looked for
 * that the policy denies and none of the others does.
 */
public final class Replacement {
  private static final int TRIES = 5_000;

  private final AssignedPolicy above;
  private final List<AssignedPolicy> merged;

  private Replacement(AssignedPolicy above, List<AssignedPolicy> merged) {
    this.above = above;
    this.merged = List.copyOf(merged);
  }

  /** What was found out. */
  public sealed interface Answer {
    /** Everything is denied that was. */
    record Proven(String reason) implements Answer {}

    /**
     * The policy denies this and the others allow it.
     *
     * @param input as small as it could be made
     * @param denial what the policy says of it
     */
    record Counterexample(RegoValue input, String denial) implements Answer {}

    /**
     * Neither a proof nor a counterexample.
     *
     * @param inputs how many were tried
     * @param denied how many of them the policy denied; the fewer, the less the answer is worth
     */
    record NotShown(int inputs, int denied) implements Answer {}
  }

  /**
   * Asks. The same arguments give the same answer.
   *
   * @param above the policy that is to be replaced
   * @param merged what holds instead, with the parameters of the same subjects
   * @param known subjects to start from; inputs are made from them, and from the constants of the
   *     rules
   */
  public static Answer ask(AssignedPolicy above, List<AssignedPolicy> merged, List<Subject> known) {
    Replacement r = new Replacement(above, merged);
    return r.proof().<Answer>map(Answer.Proven::new).orElseGet(() -> r.search(known));
  }

  private Optional<String> proof() {
    return merged.stream()
        .filter(m -> m.policy().id().equals(above.policy().id()))
        .filter(m -> m.policy().implementation().equals(above.policy().implementation()))
        .filter(m -> m.program().modules().equals(above.program().modules()))
        .filter(this::isAtLeastAsTight)
        .map(m -> "the same policy holds with parameters at least as tight: " + m.parameters())
        .findFirst();
  }

  private boolean isAtLeastAsTight(AssignedPolicy other) {
    for (Parameter p : above.policy().parameters()) {
      RegoValue before = above.parameters().get(p.name());
      RegoValue after = other.parameters().get(p.name());
      if (before == null || after == null || !Tightness.isAtLeast(p, before, after)) {
        return false;
      }
    }
    return true;
  }

  private Answer search(List<Subject> known) {
    if (!(above.policy().implementation() instanceof RegoRules)) {
      return new Answer.NotShown(0, 0);
    }
    List<AssignedPolicy> all = new ArrayList<>(merged);
    all.add(0, above);
    InputMaker maker = new InputMaker(all, known);
    int denied = 0;
    for (int i = 0; i < TRIES; i++) {
      RegoObject input = maker.input(i);
      Optional<String> denial = denial(above, input);
      if (denial.isPresent()) {
        denied++;
        if (isAllowed(input)) {
          RegoObject small = maker.smaller(input, this::isCounterexample);
          return new Answer.Counterexample(small, denial(above, small).orElse(denial.get()));
        }
      }
    }
    return new Answer.NotShown(TRIES, denied);
  }

  private boolean isCounterexample(RegoObject input) {
    return denial(above, input).isPresent() && isAllowed(input);
  }

  /** A check in Java needs a subject with places, so it is taken for one that denies nothing. */
  private boolean isAllowed(RegoObject input) {
    return merged.stream().noneMatch(m -> Denials.of(m, input).denies());
  }

  private static Optional<String> denial(AssignedPolicy policy, RegoObject input) {
    return Denials.of(policy, input).message();
  }
}
