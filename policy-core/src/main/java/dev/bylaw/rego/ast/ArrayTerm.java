package dev.bylaw.rego.ast;

import dev.bylaw.source.Span;
import java.util.List;

/** {@code [a, b]}. */
public record ArrayTerm(Span span, List<Term> elements) implements Term {
  public ArrayTerm {
    elements = List.copyOf(elements);
  }
}
