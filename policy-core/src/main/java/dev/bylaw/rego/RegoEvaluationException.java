package dev.bylaw.rego;

import dev.bylaw.source.Diagnostic;

/** An evaluation ended without an answer: a conflict, an error of a built-in, a spent budget. */
public final class RegoEvaluationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  public RegoEvaluationException(Diagnostic diagnostic) {
    super(diagnostic.toString());
    this.diagnostic = diagnostic;
  }

  /** The code is OPA's, for example {@code eval_conflict_error}. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
