package dev.bylaw.rego.compiler;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the passes found so far. */
public final class Problems {
  private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

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
    diagnostics.add(Diagnostic.error(code, span, message));
  }

  public void addAll(List<Diagnostic> more) {
    diagnostics.addAll(more);
  }

  /** How many were found so far. */
  int count() {
    return diagnostics.size();
  }

  public boolean isEmpty() {
    return diagnostics.stream().noneMatch(Diagnostic::isError);
  }

  public List<Diagnostic> list() {
    return List.copyOf(diagnostics);
  }
}
