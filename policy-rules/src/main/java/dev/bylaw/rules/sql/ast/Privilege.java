package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;

/**
 * A privilege.
 *
 * @param name upper case, with underscores: {@code USE_CATALOG}
 */
public record Privilege(String name, List<Identifier> columns, Span span) implements SqlNode {
  public Privilege {
    columns = List.copyOf(columns);
  }

  @Override
  public List<SqlNode> children() {
    return new Children().add(columns).list();
  }
}
