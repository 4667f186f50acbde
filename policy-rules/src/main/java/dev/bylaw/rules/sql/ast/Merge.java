package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A WHEN clause of MERGE.
 *
 * @param when {@code MATCHED}, {@code NOT MATCHED} or {@code NOT MATCHED BY SOURCE}
 * @param action {@code UPDATE}, {@code INSERT} or {@code DELETE}
 * @param star whether all columns are written
 */
public record Merge(
    String when,
    Optional<Expression> condition,
    String action,
    boolean star,
    List<Assignment> assignments,
    Span span)
    implements SqlNode {
  public Merge {
    assignments = List.copyOf(assignments);
  }

  @Override
  public List<SqlNode> children() {
    return new Children().add(condition).add(assignments).list();
  }
}
