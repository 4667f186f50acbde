package dev.bylaw.rego.differential;

import java.util.Optional;

/** Two outcomes of one program that should be the same. */
record Difference(Program program, Outcome opa, Outcome own) {
  static Optional<Difference> between(Program program, Outcome opa, Outcome own) {
    return same(opa, own) ? Optional.empty() : Optional.of(new Difference(program, opa, own));
  }

  private static boolean same(Outcome opa, Outcome own) {
    if (opa instanceof Outcome.Refusal x && own instanceof Outcome.Refusal y) {
      return x.problems().stream()
          .anyMatch(p -> y.problems().stream().anyMatch(q -> p.code().equals(q.code())));
    }
    if (opa instanceof Outcome.Answer x && own instanceof Outcome.Answer y) {
      return x.isSame(y);
    }
    return opa.equals(own);
  }

  /** Whether it is a difference of the same sort, which shrinking must keep. */
  boolean isLike(Difference other) {
    return sort(opa).equals(sort(other.opa)) && sort(own).equals(sort(other.own));
  }

  private static String sort(Outcome outcome) {
    if (outcome instanceof Outcome.Failure f) {
      return f.code();
    } else if (outcome instanceof Outcome.Refusal r) {
      return "refused " + r.problems().get(0).code();
    }
    return outcome.toString().equals("undefined") ? "undefined" : "answer";
  }

  @Override
  public String toString() {
    return "OPA: " + opa + "\nown: " + own;
  }
}
