package dev.bylaw.rego.differential;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reasons for which two outcomes may differ. Each is told apart by the outcomes or by the lines
 * that OPA complains about, and is counted where it applies.
 */
enum Tolerance {
  /** An engine needs more steps or time than it gets. */
  TIME("more time or steps than allowed") {
    @Override
    boolean covers(Difference d) {
      return d.opa() instanceof Outcome.Unknown || d.own() instanceof Outcome.Unknown;
    }
  },
  /** OPA fails with an error that it calls its own. */
  INTERNAL("an internal error of OPA") {
    @Override
    boolean covers(Difference d) {
      return d.opa() instanceof Outcome.Failure f && f.code().equals("eval_internal_error");
    }
  },
  /**
   * With strict errors, what is evaluated first decides which error comes first, and whether one
   * comes at all. That order differs.
   */
  FIRST_ERROR("which error comes first under strict errors") {
    @Override
    boolean covers(Difference d) {
      boolean evaluated =
          !(d.opa() instanceof Outcome.Refusal) && !(d.own() instanceof Outcome.Refusal);
      return d.program().strict()
          && evaluated
          && Stream.of(d.opa(), d.own())
              .anyMatch(o -> o instanceof Outcome.Failure f && f.isOfBuiltin());
    }
  },
  /** Of several conflicts, the one that is met first is reported. */
  FIRST_CONFLICT("which conflict comes first") {
    @Override
    boolean covers(Difference d) {
      return d.opa() instanceof Outcome.Failure x
          && d.own() instanceof Outcome.Failure y
          && x.code().equals("eval_conflict_error")
          && y.code().equals(x.code());
    }
  },
  /** OPA loses names that a template string has where something is looked up by it. */
  TEMPLATE("names in a template string that OPA does not resolve") {
    @Override
    boolean covers(Difference d) {
      return refused(d, "var \\S+ is (undeclared|unsafe)|undefined function \\S+", "\\$\"");
    }
  },
  /** OPA makes calls that wait for a value without one, if their result is looked for. */
  CALLED("a call that OPA makes without a value") {
    @Override
    boolean covers(Difference d) {
      return d.own() instanceof Outcome.Refusal r
          && r.only("rego_unsafe_var_error")
          && r.problems().stream()
              .anyMatch(p -> p.message().contains("(OPA accepts this, and makes a call"))
          && !isUnsafe(d.opa());
    }

    private boolean isUnsafe(Outcome outcome) {
      return outcome instanceof Outcome.Refusal r
          && r.problems().stream().anyMatch(p -> p.code().equals("rego_unsafe_var_error"));
    }
  },
  /** To OPA, {@code r[v]} declares {@code v} again in {@code some x in xs with input as r[v]}. */
  REPLACED("operands of rules behind some and with") {
    @Override
    boolean covers(Difference d) {
      String again = "var \\S+ (declared|referenced|assigned) above|arg \\S+ redeclared";
      String message = again + "|declared var \\S+ unused"; // the one that it is declared again
      return refused(d, message, "some .* in .* with ");
    }
  };

  private final String text;

  Tolerance(String text) {
    this.text = text;
  }

  abstract boolean covers(Difference difference);

  static Optional<Tolerance> of(Difference difference) {
    return Stream.of(values()).filter(t -> t.covers(difference)).findFirst();
  }

  /** Whether OPA has only such problems, in such lines; some problems have no line. */
  private static boolean refused(Difference d, String message, String line) {
    return d.opa() instanceof Outcome.Refusal r
        && r.problems().stream()
            .allMatch(
                p ->
                    p.message().matches(message)
                        && d.program().line(p.module(), p.line()).matches("(?s).*" + line + ".*"));
  }

  @Override
  public String toString() {
    return text;
  }
}
