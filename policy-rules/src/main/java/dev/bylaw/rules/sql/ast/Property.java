package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A key with a value: a property, an option, a tag.
 *
 * @param key without quotes
 * @param value absent where only the key is named, as in UNSET or for a tag without value
 */
public record Property(Identifier key, Optional<Expression> value, Span span) implements SqlNode {
  @Override
  public List<SqlNode> children() {
    return new Children().add(key).add(value).list();
  }
}
