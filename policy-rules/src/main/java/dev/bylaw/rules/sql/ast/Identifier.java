package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Locale;

/**
 * One part of a name.
 *
 * @param text without quotes, in the case in which it was written
 */
public record Identifier(String text, Span span) implements SqlNode {
  /** What it is compared by: names do not tell cases apart. */
  public String key() {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public List<SqlNode> children() {
    return List.of();
  }
}
