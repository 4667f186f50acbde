package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A name of one or more parts.
 *
 * @param parts never empty; of a name that is computed, what was written is the first part
 * @param computed what {@code IDENTIFIER(...)} computes the name from
 */
public record Name(List<Identifier> parts, Optional<Expression> computed, Span span)
    implements SqlNode {
  public Name {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a name has parts");
    }
  }

  /** A name that is written out. */
  public Name(List<Identifier> parts, Span span) {
    this(parts, Optional.empty(), span);
  }

  public Identifier last() {
    return parts.get(parts.size() - 1);
  }

  /** The parts with dots between them, without quotes. */
  public String text() {
    StringJoiner text = new StringJoiner(".");
    for (Identifier part : parts) {
      text.add(part.text());
    }
    return text.toString();
  }

  /** What it is compared by: names do not tell cases apart. */
  public String key() {
    StringJoiner key = new StringJoiner(".");
    for (Identifier part : parts) {
      key.add(part.key());
    }
    return key.toString();
  }

  @Override
  public List<SqlNode> children() {
    return new Children().add(parts).add(computed).list();
  }
}
