package dev.bylaw.rego.differential;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Runs programs in two engines. Not thread-safe. */
final class Differential {
  private static final int REPAIRS = 40;
  private static final int SHRINKING = 3000;
  private static final String EARLY_EXIT = "a conflict that OPA does not look for";
  private static final String INDEXED =
      "a conflict behind a condition that excludes the definition";
  private static final boolean VERBOSE = Boolean.getBoolean("differential.verbose");

  private final OpaServer opa;
  private final OwnEngine own;
  private final Reordering reordering;
  private final Inconsistencies inconsistencies;
  private final TreeMap<String, Integer> counts = new TreeMap<>();

  Differential(OpaServer opa, OwnEngine own) {
    this.opa = opa;
    this.own = own;
    this.reordering = new Reordering(opa, own);
    this.inconsistencies = new Inconsistencies(opa, own);
  }

  /** How many programs had which outcome in OPA. */
  Map<String, Integer> counts() {
    return counts;
  }

  /** Compares a program, made smaller until OPA accepts it; each step is compared, too. */
  Optional<Difference> check(Program generated) {
    Program program = generated;
    for (int tries = 0; tries < REPAIRS; tries++) {
      Comparison made = compare(program);
      Optional<Difference> found = made.difference().filter(this::counts);
      if (found.isPresent()) {
        return found;
      }
      if (!(made.opa() instanceof Outcome.Refusal refusal)) {
        count(made.opa());
        counts.merge(
            "rules",
            program.modules().stream().mapToInt(m -> m.rules().size()).sum(),
            Integer::sum);
        counts.merge(
            "rules generated",
            generated.modules().stream().mapToInt(m -> m.rules().size()).sum(),
            Integer::sum);
        return made.opa() instanceof Outcome.Failure ? rules(program) : Optional.empty();
      }
      counts.merge(
          made.difference().isPresent() ? "not refused for the same reason" : "refused by both",
          1,
          Integer::sum);
      program = repaired(program, refusal);
    }
    counts.merge("given up", 1, Integer::sum);
    return Optional.empty();
  }

  private void count(Outcome outcome) {
    String key =
        outcome instanceof Outcome.Failure f
            ? f.code()
            : outcome instanceof Outcome.Unknown
                ? "unknown"
                : outcome.toString().equals("undefined") ? "undefined" : "answers";
    counts.merge(key, 1, Integer::sum);
  }

  /** Without the rules that OPA complains about. */
  private static Program repaired(Program program, Outcome.Refusal refusal) {
    Program smaller = program;
    List<Outcome.Problem> upwards =
        refusal.problems().stream()
            .sorted(Comparator.comparing(Outcome.Problem::line).reversed())
            .toList();
    int last = Integer.MAX_VALUE;
    for (Outcome.Problem problem : upwards) {
      if (problem.module() < 0) {
        return program.withQuery(Piece.of("data"));
      } else if (problem.line() < last) {
        Program.Module module = smaller.modules().get(problem.module());
        last = module.startOfRule(problem.line());
        smaller = smaller.withModule(problem.module(), module.without(problem.line()));
      }
    }
    return smaller;
  }

  /** One by one, because one error hides the other answers. */
  private Optional<Difference> rules(Program program) {
    Set<String> paths = new LinkedHashSet<>();
    program.modules().forEach(m -> paths.addAll(m.paths()));
    for (String path : paths) {
      Program one = program.withQuery(Piece.of(path));
      Optional<Difference> found = difference(one);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Difference> difference(Program program) {
    return compare(program).difference().filter(this::counts);
  }

  private boolean counts(Difference found) {
    Optional<String> reason = tolerated(found);
    reason.ifPresent(
        r -> {
          counts.merge("tolerated, " + r, 1, Integer::sum);
          if (VERBOSE) {
            System.out.println(
                "differential: tolerated, " + r + "\n" + found + "\n" + Cases.write(found));
          }
        });
    return reason.isEmpty();
  }

  private Optional<String> tolerated(Difference found) {
    return Tolerance.of(found)
        .map(Tolerance::toString)
        .or(() -> isEarlyExit(found) ? Optional.of(EARLY_EXIT) : Optional.empty())
        .or(() -> isIndexed(found) ? Optional.of(INDEXED) : Optional.empty())
        .or(() -> reordering.of(found))
        .or(() -> inconsistencies.of(found));
  }

  /**
   * Both leave out definitions whose conditions on the input do not hold, but OPA looks at fewer of
   * the conditions. Without an index, there is the same conflict here.
   */
  private boolean isIndexed(Difference found) {
    return found.opa() instanceof Outcome.Failure failure
        && failure.code().equals("eval_conflict_error")
        && found.own() instanceof Outcome.Answer
        && own.observed(found.program()).equals(failure);
  }

  /**
   * Where one answer is enough, OPA goes on with the first value of a function or rule, and may not
   * see that there is a second one. Told not to do so, it has the conflict.
   */
  private boolean isEarlyExit(Difference found) {
    return found.own() instanceof Outcome.Failure own
        && own.code().equals("eval_conflict_error")
        && found.opa() instanceof Outcome.Answer
        && found.program().isPath()
        && opa.command(found.program(), "--disable-early-exit") instanceof Outcome.Failure opa
        && opa.code().equals(own.code());
  }

  private record Comparison(Outcome opa, Optional<Difference> difference) {}

  private Comparison compare(Program program) {
    if (program.isPath()) {
      Outcome expected = opa.run(program, List.of());
      return expected instanceof Outcome.Refusal r
          ? refused(program, r)
          : comparison(program, expected, own.run(program));
    }
    Outcome actual = own.run(program);
    Outcome expected = opa.run(program, actual instanceof Outcome.Answer a ? a.names() : List.of());
    return expected instanceof Outcome.Refusal r && r.problems().get(0).module() >= 0
        ? refused(program, r)
        : comparison(program, expected, actual);
  }

  private static Comparison comparison(Program program, Outcome expected, Outcome actual) {
    return new Comparison(expected, Difference.between(program, expected, actual));
  }

  /** OPA reads one module after the other, so it has not seen those behind one that it refuses. */
  private Comparison refused(Program program, Outcome.Refusal refusal) {
    Program seen = program.upTo(refusal.modules());
    return comparison(seen, refusal, own.check(seen));
  }

  /** The simplest program that can be found with a difference of the same sort. */
  Difference shrunk(Difference found) {
    Difference best = found;
    int[] left = {SHRINKING};
    boolean going = true;
    while (going) {
      Difference now = best;
      Optional<Difference> next =
          now.program()
              .smaller()
              .takeWhile(p -> left[0]-- > 0)
              .flatMap(p -> difference(p).stream())
              .filter(d -> d.isLike(found))
              .findFirst();
      going = next.isPresent();
      best = next.orElse(now);
    }
    return best;
  }
}
