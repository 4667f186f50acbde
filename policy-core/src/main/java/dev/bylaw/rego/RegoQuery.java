package dev.bylaw.rego;

import dev.bylaw.rego.eval.Plan;
import dev.bylaw.rego.value.RegoObject;
import dev.bylaw.rego.value.RegoValue;
import java.util.List;
import java.util.Optional;

/** A compiled query of a program. Immutable and thread-safe. */
public final class RegoQuery {
  private final RegoProgram program;
  private final Plan.Query query;

  RegoQuery(RegoProgram program, Plan.Query query) {
    this.program = program;
    this.query = query;
  }

  /**
   * One object per answer, from the names of the query's variables to their values. No answer means
   * that the query is undefined; a query without variables has one empty answer where it holds.
   *
   * @throws RegoEvaluationException when the evaluation ends without an answer
   */
  public List<RegoObject> evaluate(Optional<RegoValue> input) {
    return program.guarded(session -> query.run(input, session));
  }
}
