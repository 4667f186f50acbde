package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;

/** A named query of a WITH clause. */
public record CommonTable(
    Identifier name, List<Identifier> columns, boolean recursive, Query query, Span span)
    implements SqlNode {
  public CommonTable {
    columns = List.copyOf(columns);
  }

  @Override
  public List<SqlNode> children() {
    return new Children().add(name).add(columns).add(query).list();
  }
}
