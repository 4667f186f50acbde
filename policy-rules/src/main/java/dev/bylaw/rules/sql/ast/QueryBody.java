package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/** What makes rows. */
public sealed interface QueryBody extends SqlNode
    permits Query,
        QueryBody.Select,
        QueryBody.SetOperation,
        QueryBody.Values,
        QueryBody.TableRows,
        QueryBody.Piped {
  /**
   * A SELECT.
   *
   * @param items empty for {@code FROM t} alone, which means all columns
   * @param group of GROUP BY; {@code ALL} is an operation without operands
   */
  record Select(
      boolean distinct,
      List<SelectItem> items,
      List<Relation> from,
      Optional<Expression> where,
      List<Expression> group,
      Optional<Expression> having,
      Optional<Expression> qualify,
      List<Window> windows,
      Span span)
      implements QueryBody {
    public Select {
      items = List.copyOf(items);
      from = List.copyOf(from);
      group = List.copyOf(group);
      windows = List.copyOf(windows);
    }

    @Override
    public List<SqlNode> children() {
      return new Children()
          .add(items)
          .add(from)
          .add(where)
          .add(group)
          .add(having)
          .add(qualify)
          .add(windows)
          .list();
    }
  }

  /**
   * Two queries as one.
   *
   * @param operator {@code UNION}, {@code EXCEPT} or {@code INTERSECT}
   * @param words the operator as it is written, with ALL or DISTINCT
   * @param byName columns are matched by name, not by position
   */
  record SetOperation(
      String operator,
      Identifier words,
      boolean all,
      boolean byName,
      QueryBody left,
      QueryBody right,
      Span span)
      implements QueryBody {
    @Override
    public List<SqlNode> children() {
      return Children.of(left, right);
    }
  }

  /** Rows that are written out. A row of several columns is an operation {@code ()}. */
  record Values(List<Expression> rows, Optional<Alias> alias, Span span) implements QueryBody {
    public Values {
      rows = List.copyOf(rows);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(rows).add(alias).list();
    }
  }

  /** {@code TABLE t}. */
  record TableRows(Name table, Span span) implements QueryBody {
    @Override
    public List<SqlNode> children() {
      return Children.of(table);
    }
  }

  /** A query that goes through steps, {@code |>}. */
  record Piped(QueryBody input, List<PipeStep> steps, Span span) implements QueryBody {
    public Piped {
      steps = List.copyOf(steps);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(input).add(steps).list();
    }
  }
}
