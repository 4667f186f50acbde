package dev.bylaw.rego.differential;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Differences in which OPA's check of safety does not agree with itself: with the lines of a body
 * in another order, which means the same, it decides as this engine does. Not thread-safe.
 */
final class Reordering {
  private static final String CLOSURE = "a closure in front of what binds its variables";
  private static final int REPAIRS = 40;

  private final OpaServer opa;
  private final OwnEngine own;

  Reordering(OpaServer opa, OwnEngine own) {
    this.opa = opa;
    this.own = own;
  }

  /** Why the difference is one of these, if it is. */
  Optional<String> of(Difference found) {
    return onlyUnsafe(found.opa()) && isAcceptedOtherwise(found)
        ? Optional.of(CLOSURE)
        : Optional.empty();
  }

  /**
   * OPA does not always find the order in which the variables of a closure are bound before it.
   * With the lines of its body in another order it is satisfied, and nothing else changes.
   */
  private boolean isAcceptedOtherwise(Difference found) {
    Difference at = found;
    for (int i = 0; i < REPAIRS && onlyUnsafe(at.opa()); i++) {
      Optional<Difference> next = reordered(at);
      if (next.isEmpty()) {
        return false;
      }
      at = next.get();
    }
    return Difference.between(at.program(), at.opa(), at.own())
            .filter(d -> Tolerance.of(d).isEmpty())
            .isEmpty()
        && Difference.between(at.program(), own.run(found.program()), at.own()).isEmpty();
  }

  private static boolean onlyUnsafe(Outcome outcome) {
    return outcome instanceof Outcome.Refusal r && r.only("rego_unsafe_var_error");
  }

  /** Outcomes with the first problem's body in an order that OPA does not complain about. */
  private Optional<Difference> reordered(Difference before) {
    Outcome.Problem problem = ((Outcome.Refusal) before.opa()).problems().get(0);
    Program program = before.program();
    return orders(program, problem)
        .map(this::both)
        .filter(d -> !complains(d.opa(), program, problem))
        .findFirst();
  }

  private static Stream<Program> orders(Program program, Outcome.Problem problem) {
    if (problem.module() < 0) {
      return NestedOrders.ofQuery(program.query()).map(program::withQuery);
    }
    Program.Module module = program.modules().get(problem.module());
    return Stream.concat(
            module.ordersWithLast(problem.line()), NestedOrders.of(module, problem.line()))
        .map(m -> program.withModule(problem.module(), m));
  }

  private Difference both(Program program) {
    Outcome actual = own.run(program);
    List<String> names = actual instanceof Outcome.Answer a ? a.names() : List.of();
    return new Difference(program, opa.run(program, names), actual);
  }

  /** Whether a problem that is known is told of the same rule, or of the query. */
  private static boolean complains(Outcome outcome, Program program, Outcome.Problem known) {
    return outcome instanceof Outcome.Refusal r
        && r.problems().stream()
            .anyMatch(
                p ->
                    p.module() == known.module()
                        && p.message().equals(known.message())
                        && rule(program, p) == rule(program, known));
  }

  private static int rule(Program program, Outcome.Problem problem) {
    return problem.module() < 0
        ? 0
        : program.modules().get(problem.module()).startOfRule(problem.line());
  }
}
