package dev.bylaw.rego.ast;

import dev.bylaw.source.Span;
import java.util.List;

/** <code>{a, b}</code> or {@code set()}. */
public record SetTerm(Span span, List<Term> elements) implements Term {
  public SetTerm {
    elements = List.copyOf(elements);
  }
}
