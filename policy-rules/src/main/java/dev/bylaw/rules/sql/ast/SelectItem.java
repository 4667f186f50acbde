package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;

/**
 * An output column.
 *
 * @param aliases none, one, or for a generator function several
 */
public record SelectItem(Expression expression, List<Identifier> aliases, Span span)
    implements SqlNode {
  public SelectItem {
    aliases = List.copyOf(aliases);
  }

  @Override
  public List<SqlNode> children() {
    return new Children().add(expression).add(aliases).list();
  }
}
