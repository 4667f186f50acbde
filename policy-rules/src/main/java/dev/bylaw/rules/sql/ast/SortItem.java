package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;

/** A key of an order. */
public record SortItem(Expression expression, boolean descending, Span span) implements SqlNode {
  @Override
  public List<SqlNode> children() {
    return Children.of(expression);
  }
}
