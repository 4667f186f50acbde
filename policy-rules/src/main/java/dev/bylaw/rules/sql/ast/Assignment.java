package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;

/** A column, or a field of one, and its new value. */
public record Assignment(Name column, Expression value, Span span) implements SqlNode {
  @Override
  public List<SqlNode> children() {
    return Children.of(column, value);
  }
}
