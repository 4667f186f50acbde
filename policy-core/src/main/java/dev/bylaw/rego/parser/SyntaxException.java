package dev.bylaw.rego.parser;

import dev.bylaw.source.Diagnostic;
import java.util.List;

/** Ends the reading of a text at its first syntax error. Never leaves this package. */
final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  SyntaxException(List<Diagnostic> diagnostics) {
    super(diagnostics.toString(), null, false, false); // no stack trace: it is a result
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** In the order in which OPA gives them; never none. */
  List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
