package dev.bylaw.source;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a source text.
 *
 * @param source the text
 * @param start offset of the first UTF-16 unit, 0-based, inclusive
 * @param end offset behind the last one, exclusive; equal to {@code start} for a mere place
 */
public record Span(SourceFile source, int start, int end) {
  public Span {
    Objects.requireNonNull(source, "source");
    Objects.checkFromToIndex(start, end, source.text().length());
  }

  /** 1-based. */
  public int line() {
    return source.line(start);
  }

  /** 1-based, in UTF-16 units. */
  public int column() {
    return source.column(start);
  }

  /** 1-based line of the place behind the last unit. */
  public int endLine() {
    return source.line(end);
  }

  /**
   * 1-based column of the place behind the last unit, so that an empty span ends where it starts.
   */
  public int endColumn() {
    return source.column(end);
  }

  /** The text that the span covers. */
  public String text() {
    return source.text().substring(start, end);
  }

  /** The smallest span of the same source that covers both. */
  public Span to(Span other) {
    if (other.source != source) {
      throw new IllegalArgumentException(
          "spans of two sources: " + source.name() + " and " + other.source.name());
    }
    return new Span(source, Math.min(start, other.start), Math.max(end, other.end));
  }

  /** Written out, as spans are compared in every run: what records link for it takes longer. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Span s && source == s.source && start == s.start && end == s.end;
  }

  @Override
  public int hashCode() {
    return (source.hashCode() * 31 + start) * 31 + end;
  }

  /** {@code name:line:column}. */
  @Override
  public String toString() {
    return source.name() + ":" + line() + ":" + column();
  }
}
