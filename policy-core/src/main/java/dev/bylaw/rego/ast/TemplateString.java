package dev.bylaw.rego.ast;

import dev.bylaw.source.Span;
import java.util.List;

/**
 * {@code $"a {x} b"}.
 *
 * @param parts string literals and the terms between them, in order
 * @param multiLine written with back-ticks
 */
public record TemplateString(Span span, List<Term> parts, boolean multiLine) implements Term {
  public TemplateString {
    parts = List.copyOf(parts);
  }
}
