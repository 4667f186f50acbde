package dev.bylaw.rego.compiler;

import dev.bylaw.source.Diagnostic;
import dev.bylaw.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the passes found so far. */
public final class Problems {
  /** Nobody reads more; the passes end there. */
  private static final int MAX = 1_000;

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
    if (!isFull()) {
      diagnostics.add(Diagnostic.error(code, span, message));
    }
  }

  public void addAll(List<Diagnostic> more) {
    diagnostics.addAll(more);
  }

  /** Whether no more are taken. */
  boolean isFull() {
    return diagnostics.size() >= MAX;
  }

  /** How many were found so far. */
  int count() {
    return diagnostics.size();
  }

  public boolean isEmpty() {
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.isError()) {
        return false;
      }
    }
    return true;
  }

  public List<Diagnostic> list() {
    List<Diagnostic> list = new ArrayList<>(diagnostics);
    if (isFull()) {
      Diagnostic last = Collections.max(list, Diagnostic.BY_PLACE);
      list.add(
          new Diagnostic(
              "rego_compile_error", last.severity(), last.span(), "error limit reached"));
    }
    return list;
  }
}
