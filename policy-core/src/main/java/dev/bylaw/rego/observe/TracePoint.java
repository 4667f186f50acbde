package dev.bylaw.rego.observe;

import dev.bylaw.rego.ast.Node;
import dev.bylaw.source.Span;
import java.util.Objects;
import java.util.Optional;

/**
 * A piece of a program that steps are about. Two are equal where kind, place and text are.
 *
 * @param span where it is written; of what was taken out of a larger expression, its own place
 * @param text as OPA writes it: names in full, operators as functions, one call or reference per
 *     expression; of a rule, its path
 * @param syntax the expression, body or rule with names resolved and one call or reference per
 *     expression; empty for what the host asks
 */
public record TracePoint(Kind kind, Span span, String text, Optional<Node> syntax) {
  /** What it is. */
  public enum Kind {
    EXPRESSION,
    /** Of a query, a comprehension, an operand of {@code not}, {@code and}, {@code or}. */
    BODY,
    RULE
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TracePoint p
        && kind == p.kind
        && span.equals(p.span)
        && text.equals(p.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, span, text);
  }
}
