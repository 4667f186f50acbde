package dev.bylaw.rego.eval;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Severity;
import dev.bylaw.source.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends an evaluation without an answer. */
public final class Halt extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  private Halt(Diagnostic diagnostic) {
    super(diagnostic.toString(), null, false, false);
    this.diagnostic = diagnostic;
  }

  static Halt of(String code, @Nullable Span span, String message) {
    return new Halt(new Diagnostic(code, Severity.ERROR, Optional.ofNullable(span), message));
  }

  /** A budget is spent or somebody stopped the evaluation. */
  boolean isCancelled() {
    return diagnostic.code().equals("eval_cancel_error");
  }

  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
