package dev.bylaw.rego.ast;

import dev.bylaw.source.Span;
import java.util.List;

/** <code>{"a": 1, k: v}</code>; entries in the order of the text. */
public record ObjectTerm(Span span, List<Entry> entries) implements Term {
  public ObjectTerm {
    entries = List.copyOf(entries);
  }

  /** {@code key: value}. */
  public record Entry(Term key, Term value) {}
}
