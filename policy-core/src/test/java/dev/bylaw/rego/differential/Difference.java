package dev.bylaw.rego.differential;

import java.util.Optional;
import java.util.Set;

/** Two outcomes of one program that should be the same. */
record Difference(Program program, Outcome opa, Outcome own) {
  private static final Set<String> UNCHECKED = Set.of("rego_type_error", "rego_compile_error");

  static Optional<Difference> between(Program program, Outcome opa, Outcome own) {
    return same(opa, own) || (program.strict() && isOrder(opa, own))
        ? Optional.empty()
        : Optional.of(new Difference(program, opa, own));
  }

  private static boolean same(Outcome opa, Outcome own) {
    boolean broken = opa instanceof Outcome.Failure f && f.code().equals("eval_internal_error");
    if (broken || opa instanceof Outcome.Unknown || own instanceof Outcome.Unknown) {
      return true;
    } else if (opa instanceof Outcome.Refusal x && own instanceof Outcome.Refusal y) {
      return x.problems().stream()
          .anyMatch(p -> y.problems().stream().anyMatch(q -> p.code().equals(q.code())));
    }
    if (opa instanceof Outcome.Answer x && own instanceof Outcome.Answer y) {
      return x.isSame(y);
    }
    return opa.equals(own);
  }

  /**
   * With strict errors, what is evaluated first decides which error comes first, and whether one
   * comes at all. That order differs.
   */
  private static boolean isOrder(Outcome opa, Outcome own) {
    boolean builtin =
        (opa instanceof Outcome.Failure x && x.isOfBuiltin())
            || (own instanceof Outcome.Failure y && y.isOfBuiltin());
    return builtin && !(opa instanceof Outcome.Refusal) && !(own instanceof Outcome.Refusal);
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

  /** What the compiler does not check, or what OPA's safety check gets wrong. */
  boolean isGap() {
    return (opa instanceof Outcome.Refusal r
            && r.problems().stream().allMatch(p -> UNCHECKED.contains(p.code())))
        || isClosure(opa)
        || isClosure(own)
        || isTemplate();
  }

  /** To OPA, names of rules are unsafe in a template string that something is looked up by. */
  private boolean isTemplate() {
    return opa instanceof Outcome.Refusal r
        && r.problems().stream()
            .allMatch(
                p ->
                    p.code().equals("rego_unsafe_var_error")
                        && program.line(p.module(), p.line()).contains("$\""));
  }

  /**
   * To OPA, {@code input.x[v] in [v | true]} is unsafe wherever {@code v} comes from, and {@code v
   * := {w | true} with input.x as u} is safe without a {@code u}.
   */
  private boolean isClosure(Outcome outcome) {
    return outcome instanceof Outcome.Refusal r
        && r.problems().stream()
            .allMatch(
                p ->
                    p.code().equals("rego_unsafe_var_error")
                        && program.line(p.module(), p.line()).contains(" | "));
  }

  @Override
  public String toString() {
    return "OPA: " + opa + "\nown: " + own;
  }
}
