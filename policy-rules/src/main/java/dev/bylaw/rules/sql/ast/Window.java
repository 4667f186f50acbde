package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What a window function looks at, or a definition in a WINDOW clause.
 *
 * @param name of the window that is defined or referred to
 * @param frame the values in the bounds of the frame
 */
public record Window(
    Optional<Identifier> name,
    List<Expression> partition,
    List<SortItem> order,
    List<Expression> frame,
    Span span)
    implements SqlNode {
  public Window {
    partition = List.copyOf(partition);
    order = List.copyOf(order);
    frame = List.copyOf(frame);
  }

  @Override
  public List<SqlNode> children() {
    return new Children().add(name).add(partition).add(order).add(frame).list();
  }
}
