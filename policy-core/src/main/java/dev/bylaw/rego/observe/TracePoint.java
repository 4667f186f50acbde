package dev.bylaw.rego.observe;

import dev.bylaw.source.Span;

/**
 * A piece of a program that steps are about.
 *
 * @param span where it is written; of what was taken out of a larger expression, its own place
 * @param text as OPA writes it: names in full, operators as functions, one call or reference per
 *     expression; of a rule, its path
 */
public record TracePoint(Kind kind, Span span, String text) {
  /** What it is. */
  public enum Kind {
    EXPRESSION,
    /** Of a query, a comprehension, an operand of {@code not}, {@code and}, {@code or}. */
    BODY,
    RULE
  }
}
