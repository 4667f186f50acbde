package dev.bylaw.rego.compiler;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.List;

/** What the passes found so far. */
public final class Problems {
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  public void compile(Span span, String message) {
    add("rego_compile_error", span, message);
  }

  public void type(Span span, String message) {
    add("rego_type_error", span, message);
  }

  public void unsafe(Span span, String message) {
    add("rego_unsafe_var_error", span, message);
  }

  public void add(String code, Span span, String message) {
    Diagnostic diagnostic = Diagnostic.error(code, span, message);
    if (!diagnostics.contains(diagnostic)) {
      diagnostics.add(diagnostic);
    }
  }

  public void addAll(List<Diagnostic> more) {
    diagnostics.addAll(more);
  }

  public boolean isEmpty() {
    return diagnostics.stream().noneMatch(Diagnostic::isError);
  }

  public List<Diagnostic> list() {
    return List.copyOf(diagnostics);
  }
}
