package dev.bylaw.rego;

import dev.bylaw.rego.eval.Plan;
import dev.bylaw.rego.eval.Session;
import dev.bylaw.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program over one input, asked for several rules: what they share is evaluated once, and the
 * time is the same for all. Each rule that is asked for has a budget of its own. Not thread-safe.
 */
public final class RegoEvaluation {
  private final RegoProgram program;
  private final RegoValue input;
  private Plan.@Nullable Evaluation shared;

  RegoEvaluation(RegoProgram program, RegoValue input) {
    this.program = program;
    this.input = input;
  }

  /**
   * The elements of a {@code contains} rule, each with the input paths it was derived from, in
   * order of the elements; an element derived twice stands here twice. Empty where there is no such
   * rule.
   *
   * @throws RegoEvaluationException when the evaluation ends without an answer
   */
  public List<Derivation> derive(List<String> path) {
    return program
        .derivations(input, path)
        .map(planned -> program.unobserved().guarded(session -> derive(planned, session)))
        .orElse(List.of());
  }

  private List<Derivation> derive(Plan.Derivations planned, Session session) {
    Plan.Evaluation evaluation =
        shared == null ? program.unobserved().evaluation(input, session) : shared;
    // what an evaluation leaves behind that ends without an answer is not used again
    shared = null;
    List<Derivation> out = new ArrayList<>();
    evaluation.derive(planned, (element, reads) -> out.add(new Derivation(element, reads)));
    shared = evaluation;
    out.sort(Comparator.comparing(Derivation::element));
    return out;
  }
}
