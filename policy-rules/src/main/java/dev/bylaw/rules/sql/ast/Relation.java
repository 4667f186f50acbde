package dev.bylaw.rules.sql.ast;

import dev.bylaw.source.Span;
import java.util.List;
import java.util.Optional;

/** What a query reads from. */
public sealed interface Relation extends SqlNode {
  /**
   * A table, view or common table expression; or a path, {@code delta.`/a/b`}.
   *
   * @param stream whether only new rows are read
   * @param version a past version or time that is read
   */
  record Table(
      Name name, boolean stream, Optional<Expression> version, Optional<Alias> alias, Span span)
      implements Relation {
    @Override
    public List<SqlNode> children() {
      return new Children().add(name).add(version).add(alias).list();
    }
  }

  /** A table-valued function. */
  record Function(Expression.Call call, boolean stream, Optional<Alias> alias, Span span)
      implements Relation {
    @Override
    public List<SqlNode> children() {
      return new Children().add(call).add(alias).list();
    }
  }

  /**
   * A query as a relation.
   *
   * @param lateral whether it sees the relations before it
   */
  record Derived(QueryBody query, boolean lateral, Optional<Alias> alias, Span span)
      implements Relation {
    @Override
    public List<SqlNode> children() {
      return new Children().add(query).add(alias).list();
    }
  }

  /** A relation in brackets with a name of its own. */
  record Aliased(Relation relation, Optional<Alias> alias, Span span) implements Relation {
    @Override
    public List<SqlNode> children() {
      return new Children().add(relation).add(alias).list();
    }
  }

  /**
   * Two relations as one.
   *
   * @param kind {@code INNER}, {@code CROSS}, {@code LEFT}, {@code RIGHT}, {@code FULL}, {@code
   *     LEFT SEMI} or {@code LEFT ANTI}, before it {@code NATURAL} where that is written
   */
  record Join(
      String kind,
      Relation left,
      Relation right,
      Optional<Expression> on,
      List<Identifier> using,
      Span span)
      implements Relation {
    public Join {
      using = List.copyOf(using);
    }

    @Override
    public List<SqlNode> children() {
      return new Children().add(left).add(right).add(on).add(using).list();
    }
  }

  /** A relation in another shape. */
  record Shaped(Relation input, Shape shape, Optional<Alias> alias, Span span) implements Relation {
    @Override
    public List<SqlNode> children() {
      return new Children().add(input).add(shape.parts()).add(alias).list();
    }
  }

  /** How rows or columns are turned. */
  sealed interface Shape {
    List<SqlNode> parts();
  }

  /** {@code LATERAL VIEW}: more columns, which the alias names. */
  record LateralView(Expression.Call call, boolean outer) implements Shape {
    @Override
    public List<SqlNode> parts() {
      return Children.of(call);
    }
  }

  /** Values of columns become columns. */
  record Pivot(List<SelectItem> aggregates, List<Identifier> columns, List<SelectItem> values)
      implements Shape {
    public Pivot {
      aggregates = List.copyOf(aggregates);
      columns = List.copyOf(columns);
      values = List.copyOf(values);
    }

    @Override
    public List<SqlNode> parts() {
      return new Children().add(aggregates).add(columns).add(values).list();
    }
  }

  /** Columns become values. */
  record Unpivot(List<Identifier> values, Identifier name, List<SelectItem> columns)
      implements Shape {
    public Unpivot {
      values = List.copyOf(values);
      columns = List.copyOf(columns);
    }

    @Override
    public List<SqlNode> parts() {
      return new Children().add(values).add(name).add(columns).list();
    }
  }

  /** {@code TABLESAMPLE}. */
  record Sample(List<Expression> size) implements Shape {
    public Sample {
      size = List.copyOf(size);
    }

    @Override
    public List<SqlNode> parts() {
      return new Children().add(size).list();
    }
  }
}
