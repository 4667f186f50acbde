package dev.bylaw.rego.observe;

import dev.bylaw.source.Span;

/**
 * What one {@code print} wrote.
 *
 * @param span of the call
 * @param text the arguments with blanks between them: strings as they are, other values as Rego,
 *     {@code <undefined>} for what has no value; a string may bring line ends along
 */
public record PrintedLine(Span span, String text) {
  /** {@code file:row: text}. */
  @Override
  public String toString() {
    return span.source().name() + ":" + span.line() + ": " + text;
  }
}
