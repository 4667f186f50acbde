package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/** One step of a piped query; the relation so far is what it works on. */
public sealed interface PipeStep extends SqlNode {
  /**
   * Columns are chosen or computed.
   *
   * @param verb {@code SELECT}, {@code EXTEND} or {@code SET}; items of SET have one alias, the
   *     column
   */
  record Project(String verb, boolean distinct, List<SelectItem> items, Span span)
      implements PipeStep {
    public Project {
      items = List.copyOf(items);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(items).list();
    }
  }

  /** Columns are left out. */
  record DropColumns(List<Identifier> columns, Span span) implements PipeStep {
    public DropColumns {
      columns = List.copyOf(columns);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(columns).list();
    }
  }

  /** The relation so far gets a name. */
  record Rename(Identifier name, Span span) implements PipeStep {
    @Override
    public List<SqlNode> children() {
      return Children.of(name);
    }
  }

  /** Rows are chosen. */
  record Where(Expression condition, Span span) implements PipeStep {
    @Override
    public List<SqlNode> children() {
      return Children.of(condition);
    }
  }

  /**
   * Rows are grouped.
   *
   * @param withGroups whether the groups are part of the output, before the items
   */
  record Aggregate(List<SelectItem> items, List<SelectItem> groups, boolean withGroups, Span span)
      implements PipeStep {
    public Aggregate {
      items = List.copyOf(items);
      groups = List.copyOf(groups);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(items).add(groups).list();
    }
  }

  /** A join with another relation; {@code kind} as in {@link Relation.Join}. */
  record Join(
      String kind, Relation right, Optional<Expression> on, List<Identifier> using, Span span)
      implements PipeStep {
    public Join {
      using = List.copyOf(using);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(right).add(on).add(using).list();
    }
  }

  /** UNION and the like with another query. */
  record Combine(String operator, boolean all, boolean byName, QueryBody right, Span span)
      implements PipeStep {
    @Override
    public List<SqlNode> children() {
      return Children.of(right);
    }
  }

  /** ORDER BY, LIMIT, OFFSET, windows. */
  record Tail(
      List<SortItem> order,
      List<Window> windows,
      Optional<Expression> limit,
      Optional<Expression> offset,
      Span span)
      implements PipeStep {
    public Tail {
      order = List.copyOf(order);
      windows = List.copyOf(windows);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(order).add(windows).add(limit).add(offset).list();
    }
  }

  /** A pivot, an unpivot or a lateral view of the relation so far, or a sample of it. */
  record Reshape(Relation.Shape shape, Optional<Alias> alias, Span span) implements PipeStep {
    @Override
    public List<SqlNode> children() {
      return new Children().add(shape.parts()).add(alias).list();
    }
  }
}
