package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;

/**
 * What a relation is called within a query.
 *
 * @param columns what its columns are called; empty where they keep their names
 */
public record Alias(Identifier name, List<Identifier> columns, Span span) implements SqlNode {
  public Alias {
    columns = List.copyOf(columns);
  }

  @Override
  public List<SqlNode> children() {
    return new Children().add(name).add(columns).list();
  }
}
