package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/** What must hold of the rows of a table. */
public sealed interface Constraint extends SqlNode {
  Optional<Identifier> name();

  /** A primary key, or another that is unique. */
  record Key(
      Optional<Identifier> name,
      boolean primary,
      List<Identifier> columns,
      List<String> options,
      Span span)
      implements Constraint {
    public Key {
      columns = List.copyOf(columns);
      options = List.copyOf(options);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(name).add(columns).list();
    }
  }

  /**
   * A foreign key.
   *
   * @param references the other table's columns; empty for its primary key
   */
  record ForeignKey(
      Optional<Identifier> name,
      List<Identifier> columns,
      Name table,
      List<Identifier> references,
      List<String> options,
      Span span)
      implements Constraint {
    public ForeignKey {
      columns = List.copyOf(columns);
      references = List.copyOf(references);
      options = List.copyOf(options);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(name).add(columns).add(table).add(references).list();
    }
  }

  /** A condition that the table enforces. */
  record Check(Optional<Identifier> name, Expression condition, List<String> options, Span span)
      implements Constraint {
    public Check {
      options = List.copyOf(options);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(name).add(condition).list();
    }
  }

  /**
   * A condition that a pipeline checks.
   *
   * @param onViolation {@code DROP ROW} or {@code FAIL UPDATE}; absent where rows are only counted
   */
  record Expectation(
      Optional<Identifier> name, Expression condition, Optional<String> onViolation, Span span)
      implements Constraint {
    @Override
    public List<SqlNode> children() {
      return new Children().add(name).add(condition).list();
    }
  }
}
